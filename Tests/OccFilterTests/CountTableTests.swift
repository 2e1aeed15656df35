import Testing

@testable import occ_filter

struct CountTableTests {
  private func table(_ rows: [(Int, String?)]) -> CountTable {
    CountTable(rows.map { .init(count: $0.0, value: $0.1.map { Array($0.utf8)[...] }) })
  }

  @Test func `the most frequent come first, then the smaller values, and none counts nothing`() {
    let table = table([(2, "b"), (1, "z"), (2, nil), (3, "y"), (2, "a"), (0, "x"), (2, "é")])
    #expect(table.lines(columns: nil) == ["3\ty", "2\t", "2\ta", "2\tb", "2\té", "1\tz"])
  }

  @Test func `nothing in a value is obeyed by a terminal or taken for a tab`() {
    let table = table([(1, "a\tb\n\u{1B}[2J\u{9B}")])
    #expect(table.lines(columns: nil) == ["1\t" + #"a\u{9}b\u{a}\u{1b}[2J\u{9b}"#])
  }

  @Test func `bars are as long as counts are large, at least one block`() {
    let table = table([(1000, "CC-BY-4.0"), (500, "unknown"), (1, nil), (250, "PDM")])
    #expect(
      table.lines(columns: 30) == [
        "1000 ████████████ CC-BY-4.0", " 500 ██████       unknown", " 250 ███          PDM",
        "   1 █            ",
      ])
  }

  @Test(arguments: [1, 2, 5, 9, 20, 200])
  func `a line is never wider than the terminal`(_ columns: Int) {
    let table = table([(123_456, String(repeating: "x", count: 100)), (1, "y")])
    #expect(table.lines(columns: columns).allSatisfy { $0.count <= columns })
  }

  @Test func `no rows are no lines`() { #expect(table([]).lines(columns: 80) == []) }
}
