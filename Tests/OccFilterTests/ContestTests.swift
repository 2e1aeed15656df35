import ByteStreams
import Records
import Testing
import Trials

@testable import occ_filter

struct ContestTests {
  private func winners(_ lines: [String], places: Int) throws -> [String] {
    var contest = Contest()
    for (place, line) in lines.enumerated() {
      try contest.add(Array(line.utf8).span, to: 1, place: place) { places }
    }
    return contest.winners.map { lines[$0] }.sorted()
  }

  @Test(arguments: 1...3)
  func `the smaller keys win in any order`(_ places: Int) throws {
    var random = SplitMix(seed: 1)
    let lines = (1...5).map { #"{"gbifID":"\#($0)","media":{"identifier":"u"}}"# }
    for _ in 0..<20 {
      let shuffled = lines.shuffled(using: &random)
      #expect(try winners(shuffled, places: places) == Array(lines.prefix(places)))
    }
  }

  @Test func `of records with one key it is the lines that decide, in any order`() throws {
    var random = SplitMix(seed: 2)
    let lines = (1...6).map { #"{"gbifID":"1","note":"\#($0)"}"# }
    let first = try winners(lines, places: 2)
    #expect(first.count == 2)
    for _ in 0..<20 {
      #expect(try winners(lines.shuffled(using: &random), places: 2) == first)
    }
  }

  @Test func `the same record twice takes two places`() throws {
    let line = #"{"gbifID":"1"}"#
    #expect(try winners([line, line, line], places: 2) == [line, line])
  }

  @Test func `what is no record when it is read again is told`() {
    var contest = Contest()
    #expect(throws: StreamError.self) {
      try contest.add(Array("no".utf8).span, to: 0, place: 0) { 1 }
    }
  }
}
