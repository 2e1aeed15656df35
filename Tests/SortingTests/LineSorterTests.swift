import Foundation
import Testing
import Trials

@testable import Sorting

struct LineSorterTests {
  private struct Pair: Comparable {
    var key: String
    var line: String

    static func < (one: Pair, other: Pair) -> Bool {
      one.key == other.key
        ? one.line.utf8.lexicographicallyPrecedes(other.line.utf8)
        : one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
    }
  }

  private static func sorted(
    _ pairs: [Pair], memory: Int, fanIn: Int = 256
  ) throws -> [Pair] {
    var sorter = LineSorter(memory: memory, fanIn: fanIn)
    for pair in pairs { try sorter.append(Array(pair.line.utf8).span, key: Array(pair.key.utf8)) }
    #expect(sorter.count == pairs.count)
    var lines = try sorter.finish()
    var result = [Pair]()
    while let line = try lines.next() {
      result.append(
        Pair(
          key: String(decoding: line.key, as: UTF8.self),
          line: String(decoding: line.bytes, as: UTF8.self)))
    }
    return result
  }

  private static func pairs(_ count: Int, seed: UInt64) -> [Pair] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in
      let key = String(Int.random(in: 0..<count, using: &random), radix: 36)
      let size = Int.random(in: 0..<50, using: &random)
      let line = (0..<size).map { _ in "abc".randomElement(using: &random) ?? "a" }
      return Pair(key: key, line: String(line))
    }
  }

  @Test(arguments: [0, 1, 2, 3, 100, 3000], [1, 100, 5000, 1 << 20])
  func `lines come in the order of their keys, however much fits into memory`(
    _ count: Int, _ memory: Int
  ) throws {
    let pairs = Self.pairs(count, seed: UInt64(count))
    #expect(try Self.sorted(pairs, memory: memory) == pairs.sorted())
  }

  @Test func `the order in which they are added does not matter`() throws {
    var random = SplitMix(seed: 5)
    let pairs = Self.pairs(500, seed: 3)
    let sorted = try Self.sorted(pairs, memory: 2000)
    for _ in 0..<10 {
      let shuffled = pairs.shuffled(using: &random)
      #expect(try Self.sorted(shuffled, memory: 1000) == sorted)
    }
  }

  /// Every line is a run: so there are runs of runs, and some of both that are left.
  @Test(arguments: [1, 3, 4, 5, 15, 16, 17, 64, 300])
  func `more runs than are merged at once become longer ones`(_ count: Int) throws {
    let pairs = Self.pairs(count, seed: 7)
    #expect(try Self.sorted(pairs, memory: 1, fanIn: 4) == pairs.sorted())
  }

  @Test func `a line may be larger than the memory, and than a block`() throws {
    let large = String(repeating: "x", count: 300_000)
    let pairs = [
      Pair(key: "b", line: large), Pair(key: "a", line: large), Pair(key: "c", line: ""),
    ]
    #expect(try Self.sorted(pairs, memory: 1000) == pairs.sorted())
  }

  /// In a process of its own, as the environment belongs to all tests.
  @Test func `what does not fit into memory lies under TMPDIR`() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("TMPDIR", "/nowhere", 1)
      var sorter = LineSorter(memory: 1)
      try sorter.append(Array("one".utf8).span, key: [])
      #expect(throws: (any Error).self) {
        try sorter.append(Array("two".utf8).span, key: [])
      }
    }
  }
}
