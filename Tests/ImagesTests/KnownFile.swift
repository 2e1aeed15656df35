import Foundation
import Images
import Testing

/// What another reader says of a file, one line of a table in Tests/Tables.
struct KnownFile: CustomTestStringConvertible, Sendable {
  let path: String
  /// `nil` where the other reader refuses the file.
  let kind: ImageKind?
  let width: Int?
  let height: Int?
  let orientation: Int?
  let decodes: Bool

  var testDescription: String { path }

  private init(_ line: Substring) {
    let cells = line.split(separator: "\t").map(String.init)
    path = cells[0]
    kind = ImageKind(rawValue: cells[1])
    width = Int(cells[2])
    height = Int(cells[3])
    orientation = Int(cells[4])
    decodes = cells[5] == "whole"
  }

  static func table(_ name: String) -> [KnownFile] {
    let file = packageFolder.appending(path: "Tests/Tables/\(name)")
    let lines = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return lines.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(KnownFile.init)
  }
}
