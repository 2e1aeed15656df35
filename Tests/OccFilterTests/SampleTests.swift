import ArgumentParser
import Foundation
import Invocation
import Records
import Testing
import Trials

@testable import occ_filter

/// Samples against a naive reference that holds all records and sorts them.
struct SampleTests {
  struct Record {
    var line: String
    var group: String?
    var key: [UInt8]
  }

  @Test(arguments: [1, 2, 5, 20], [true, false])
  func `of each group the records with the smallest hashes are kept, in their order`(
    _ limit: Int, _ isFile: Bool
  ) throws {
    for seed in 0..<6 as Range<UInt64> {
      var random = SplitMix(seed: seed)
      let records = (0..<400).map { _ in Self.record(&random) }
      let minimum = Int(random.next() % 30) + 1
      let arguments = ["--sample", "\(limit)", "--per", "g", "--min", "\(minimum)"]
      let lines = try run(arguments + ["--seed", "\(seed)"], records, isFile)
      #expect(lines == Self.reference(records, limit, minimum, seed))
    }
  }

  @Test func `another order gives the same set`() throws {
    var random = SplitMix(seed: 77)
    let records = (0..<400).map { _ in Self.record(&random) }
    let first = try run(["--sample", "3", "--per", "g"], records, true)
    for isFile in [true, false] {
      let shuffled = records.shuffled(using: &random)
      let set = try run(["--sample", "3", "--per", "g"], shuffled, isFile).sorted()
      #expect(set == first.sorted())
    }
  }

  /// Some have no group, some one key, some are the same.
  private static func record(_ random: inout SplitMix) -> Record {
    let group = random.next() % 12
    let id = random.next() % 150
    let note = random.next() % 2
    let cell = group == 0 ? "" : #""g":"\#(group)","#
    return Record(
      line: #"{\#(cell)"gbifID":"\#(id)","note":\#(note)}"#, group: group == 0 ? nil : "\(group)",
      key: Array("\(id)\0".utf8))
  }

  private static func reference(
    _ records: [Record], _ limit: Int, _ minimum: Int, _ seed: UInt64
  ) -> [String] {
    let groups = Dictionary(grouping: records.indices) { records[$0].group }
    let kept = groups.values.filter { $0.count >= minimum }.flatMap { indices in
      indices.sorted { order(records[$0], seed) < order(records[$1], seed) }.prefix(limit)
    }
    // Which of two equal lines is kept does not show in the set, but in the order.
    let counts = Dictionary(kept.map { (records[$0].line, 1) }, uniquingKeysWith: +)
    return byFirstPlaces(counts, records)
  }

  private static func byFirstPlaces(_ counts: [String: Int], _ records: [Record]) -> [String] {
    var left = counts
    return records.map(\.line).filter { line in
      guard let count = left[line], count > 0 else { return false }
      left[line] = count - 1
      return true
    }
  }

  private static func order(_ record: Record, _ seed: UInt64) -> (UInt64, String, UInt64) {
    (
      hash(record.key, seed), String(decoding: record.key, as: UTF8.self),
      hash(Array(record.line.utf8), 0)
    )
  }

  private static func hash(_ bytes: [UInt8], _ seed: UInt64) -> UInt64 {
    var hash = SipHash(k0: seed)
    hash.append(bytes.span)
    return hash.finish()
  }

  /// What the tool makes of the records, out of a file or a pipe.
  private func run(
    _ arguments: [String], _ records: [Record], _ isFile: Bool
  ) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    let text = Data(records.map { $0.line + "\n" }.joined().utf8)
    var writer: Background<Bool>?
    if isFile {
      try text.write(to: input)
    } else {
      #expect(unsafe mkfifo(input.path(), 0o600) == 0)
      writer = Background { (try? FileHandle(forWritingTo: input).write(contentsOf: text)) != nil }
    }
    let options = ["--quiet", "", input.path(), "-o", output.path()]
    try OccFilter.parse(arguments + options).run(Diagnostics(tool: "occ-filter"))
    if let writer { #expect(writer.wait() == true) }
    return try String(contentsOf: output, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
