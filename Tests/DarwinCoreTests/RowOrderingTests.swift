import ByteStreams
import Testing
import Trials

@testable import DarwinCore

struct RowOrderingTests {
  /// Rows under identifiers, and the identifiers of the core, by chance.
  private struct Trial {
    var rows: [TextEntry] = []
    var core: [String] = []

    /// Some rows name no row of the core, some identifiers are there twice, one has very many.
    init(seed: UInt64, rows count: Int) {
      var random = SplitMix(seed: seed)
      for number in 0..<count {
        let isFrequent = Int.random(in: 0..<3, using: &random) == 0
        let id = isFrequent ? 0 : Int.random(in: 0..<300, using: &random)
        rows.append(TextEntry("\(id)", "row \(number)"))
      }
      for _ in 0..<400 { core.append("\(Int.random(in: 0..<400, using: &random))") }
    }

    var orphans: Int { rows.count { !core.contains($0.key) } }

    /// For each row of the core its rows.
    var expected: [[String]] {
      let values = Dictionary(grouping: rows, by: \.key).mapValues { $0.map(\.value) }
      return core.map { values[$0] ?? [] }
    }

    func partitions(_ rule: PartitionRule) throws -> (rows: Partitions, ids: Partitions) {
      let spool = try BlockSpool.create()
      let (rows, ids) = (Partitions(rule, in: spool), Partitions(rule, in: spool))
      for row in self.rows { try row.withEntry { try rows.append($0) } }
      for (number, id) in core.enumerated() {
        var value = JSONBuffer()
        value.append(length: number)
        try TextEntry(id, "").withEntry {
          try ids.append(unsafe Entry($0.key, value.bytes))
        }
      }
      try rows.finish()
      try ids.finish()
      return (rows, ids)
    }
  }

  /// The values of the rows of each row of the core.
  private static func values(_ ordered: OrderedRows, _ core: [String]) throws -> [[String]] {
    var found = [[String]]()
    for (number, id) in core.enumerated() {
      let run = EntryList(in: try BlockSpool.create())
      try TextEntry(id, "").withEntry {
        try unsafe ordered.cursor(for: $0.key)?.move(number, to: run)
      }
      try run.finish()
      found.append(try run.texts().map(\.value))
    }
    return found
  }

  /// Without memory all partitions are parted until their rows have one identifier.
  @Test(arguments: [0, 30_000, 1 << 20], [UInt64(1), 2])
  func `rows come in the order of the core, whatever the memory`(memory: Int, seed: UInt64) throws {
    let trial = Trial(seed: seed, rows: 3000)
    let (rows, ids) = try trial.partitions(PartitionRule())
    var ordering = RowOrdering(memory: memory) { false }
    let ordered = try ordering.order(rows, ids)
    #expect(try Self.values(ordered, trial.core) == trial.expected)
    #expect(ordering.orphans == trial.orphans)
  }

  @Test func `what the last bits do not part is ordered all the same`() throws {
    let trial = Trial(seed: 3, rows: 3000)
    var rule = PartitionRule()
    while !rule.isLast { rule = rule.next }
    let (rows, ids) = try trial.partitions(rule)
    var ordering = RowOrdering(memory: 0) { false }
    let ordered = try ordering.order(rows, ids)
    #expect(try Self.values(ordered, trial.core) == trial.expected)
    #expect(ordering.orphans == trial.orphans)
  }

  @Test func `rows of a row of the core that are not taken are passed over`() throws {
    let trial = Trial(seed: 4, rows: 1000)
    let (rows, ids) = try trial.partitions(PartitionRule())
    var ordering = RowOrdering(memory: 1 << 20) { false }
    let ordered = try ordering.order(rows, ids)
    let number = trial.core.count - 1
    let run = EntryList(in: try BlockSpool.create())
    try TextEntry(trial.core[number], "").withEntry {
      try unsafe ordered.cursor(for: $0.key)?.move(number, to: run)
    }
    try run.finish()
    #expect(try run.texts().map(\.value) == trial.expected[number])
  }

  @Test func `nothing is ordered after an interruption`() throws {
    let (rows, ids) = try Trial(seed: 5, rows: 100).partitions(PartitionRule())
    var ordering = RowOrdering(memory: 1 << 20) { true }
    #expect(try ordering.order(rows, ids).size == 0)
  }
}
