import Foundation
import Testing
import Trials

@testable import ByteStreams
@testable import Records

/// The proof 64 bytes at a time against the reader token by token.
struct CompactProofTests {
  private static let count = 200_000
  /// `FUZZ_SEED` chooses another one.
  private static let seed =
    ProcessInfo.processInfo.environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? 2

  private static let records: [[UInt8]] = [
    #"{"gbifID":"1990552361","year":"2018","media":{"type":"StillImage","format":"image/jpeg"}}"#,
    #"{"media":{"type":"a","type":"b"},"year":1e-5,"media":{"type":"c"},"type":null}"#,
    #"{"a":{"b":{"c":{"media":{"type":"deep"}}}},"media":{"a":{"type":true}},"year":false}"#,
    #"{"locality":"\"Å\" \\ \u00e9 \ud83e\udd8b","verbatimLocality":"x:{},\"year\":\"1\"","year":"y"}"#,
    #"{"license":"http://creativecommons.org/licenses/by/4.0/legalcode","year":-0.5,"media":{"creator":"Ж"}}"#,
    #"{"p":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\\","speciesKey":"5","verbatimSpeciesKey":"6"}"#,
  ].map { Array($0.utf8) }

  @Test(arguments: records)
  func `the form that our tools write is proved`(_ record: [UInt8]) {
    withLine(record) { #expect(Outcome(of: $0).isProved) }
  }

  @Test(arguments: 0..<130)
  func `a name that was wanted before says nothing of a later object`(_ length: Int) {
    let pad = String(repeating: "x", count: length)
    let wanted = #""media":"m","gbifID":"1","year":"2","type":"3","speciesKey":"4""#
    let record = #"{\#(wanted),"p":"\#(pad)","o":{"type":"no","format":"no"},"q":1}"#
    withLine(Array(record.utf8)) { line in
      let outcome = Outcome(of: line)
      #expect(outcome.isProved && outcome.isRight)
    }
  }

  @Test(arguments: records.indices)
  func `what is proved is a record, with the same fields`(_ index: Int) {
    var generator = SplitMix(seed: Self.seed &+ UInt64(index))
    var proved = 0
    for round in 0..<Self.count / Self.records.count {
      let mutant = Mutation.apply(to: Self.records[index], using: &generator)
      let overhang = overhangs[round % overhangs.count]
      let outcome = withLine(mutant, overhang: overhang) { Outcome(of: $0) }
      if outcome.isProved { proved += 1 }
      guard !outcome.isRight else { continue }
      Issue.record("seed \(Self.seed): \(String(decoding: mutant, as: UTF8.self)): \(outcome)")
    }
    // Else there was nothing to compare.
    #expect(proved > 1000)
  }
}

/// What both say of a line.
private struct Outcome {
  private static let paths = ["gbifID", "year", "type", "media.type", "media.format", "speciesKey"]

  var isProved = false
  private var proof: FoundFields
  private var reader: FoundFields
  private var fault: RecordFault?

  init(of line: borrowing Line) {
    var tree = FieldTree()
    for path in Self.paths.compactMap({ FieldPath($0) }) { _ = tree.insert(path) }
    proof = FoundFields(count: tree.nodes.count)
    reader = FoundFields(count: tree.nodes.count)
    isProved = Self.prove(line, tree, &proof)
    var tokens = TokenReader(line.bytes)
    do throws(RecordFault) {
      try tokens.read(tree, &reader)
    } catch {
      fault = error
    }
  }

  private static func prove(
    _ line: borrowing Line, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) -> Bool {
    let bytes = line.bytes
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard var proof = unsafe CompactProof(bytes) else { return false }
      return proof.run(tree, &found)
    }
  }

  var isRight: Bool {
    guard isProved else { return true }
    return fault == nil && proof.first == reader.first && proof.end == reader.end
      && reader.further.isEmpty
  }
}
