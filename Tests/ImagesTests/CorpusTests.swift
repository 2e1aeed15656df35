import Foundation
import Images
import Testing

/// What another reader says of a file.
struct CorpusFile: CustomTestStringConvertible, Sendable {
  let path: String
  let kind: ImageKind?
  let width: Int?
  let height: Int?
  let orientation: Int?
  let decodes: Bool

  var testDescription: String { path }

  init(_ line: Substring) {
    let cells = line.split(separator: "\t").map(String.init)
    path = cells[0]
    kind = ImageKind(rawValue: cells[1])
    width = Int(cells[2])
    height = Int(cells[3])
    orientation = Int(cells[4])
    decodes = cells[5] == "whole"
  }

  static let all: [CorpusFile] = {
    let table = packageFolder.appending(path: "Tests/Tables/corpus-images.tsv")
    let lines = (try? String(contentsOf: table, encoding: .utf8)) ?? ""
    return lines.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(CorpusFile.init)
  }()
}

@Suite(.enabled(if: FileManager.default.fileExists(atPath: corpus.path), "no corpus here"))
struct CorpusTests {
  /// Where Pillow's size is not the stored one: it takes the union of the frames, …
  static let otherSizes: Set = ["formats/decompression_bomb_extents.gif", "formats/test_extents.gif"]

  @Test func `the table is there`() { #expect(CorpusFile.all.count == 389) }

  @Test(arguments: CorpusFile.all)
  func `a file is what Pillow says`(file: CorpusFile) throws {
    let header = try header(at: corpus.appending(path: file.path))
    guard let kind = file.kind else { return }
    let found = try #require(header)
    #expect(found.kind == kind)
    #expect(found.orientation == file.orientation)
    #expect(found.width == file.width)
    #expect(found.height == file.height)
    #expect(found.isComplete == file.decodes)
  }
}
