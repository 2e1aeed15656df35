import Archives
import Foundation

/// The spellings of licences in real archives and answers, with how often each is there.
///
/// They lie beside the project and are not a part of it.
struct LicenceCorpus {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/corpus")

  static let isThere: Bool = {
    let isThere = FileManager.default.fileExists(atPath: folder.path)
    if !isThere { print("skipped: no corpus in \(folder.path)") }
    return isThere
  }()

  private static let tables: Set<String> = ["multimedia.txt", "occurrence.txt"]

  private(set) var counts: [String: Int] = [:]

  init() throws {
    let files = FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      if file.path.contains("/api/") {
        countAnswer(file)
      } else if ["zip", "gz"].contains(file.pathExtension) {
        countArchive(file)
      } else if Self.tables.contains(file.lastPathComponent) {
        countTable(try Data(contentsOf: file))
      }
    }
  }

  /// Some archives are damaged on purpose.
  private mutating func countArchive(_ file: URL) {
    guard let archive = try? Archive.open(file.path) else { return }
    for member in archive.members
    where Self.tables.contains(String(member.name.split(separator: "/").last ?? "")) {
      guard let bytes = try? archive.contents(of: member, limit: 1 << 26) else { continue }
      countTable(Data(bytes))
    }
  }

  private mutating func countTable(_ bytes: Data) {
    let lines = Array(bytes).split { $0 == 0x0A || $0 == 0x0D }
    let names = lines.first.map(Self.cells) ?? []
    guard let column = names.firstIndex(of: Array("license".utf8)[...]) else { return }
    for line in lines.dropFirst() {
      let cells = Self.cells(of: line)
      if column < cells.count { count(String(decoding: cells[column], as: UTF8.self)) }
    }
  }

  private static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split(separator: 0x09, omittingEmptySubsequences: false)
  }

  private mutating func countAnswer(_ file: URL) {
    guard let bytes = try? Data(contentsOf: file),
      let answer = try? JSONSerialization.jsonObject(with: bytes)
    else { return }
    count(in: answer)
  }

  private mutating func count(in value: Any) {
    if let members = value as? [String: Any] {
      if let text = members["license"] as? String { count(text) }
      for member in members.values { count(in: member) }
    } else if let elements = value as? [Any] {
      for element in elements { count(in: element) }
    }
  }

  private mutating func count(_ text: String) {
    counts[text.trimmingCharacters(in: CharacterSet(charactersIn: "\"")), default: 0] += 1
  }
}
