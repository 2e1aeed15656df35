import Testing

@testable import img_fetch

/// What is kept of the bytes that hosts sent.
struct BudgetLedgerTests {
  @Test func `a line is read as it was written`() {
    let entry = SpentBytes(time: 1_700_000_000, host: "a.example", bytes: 12_345)
    #expect(entry.line == "1700000000\ta.example\t12345")
    #expect(SpentBytes(entry.line) == entry)
  }

  @Test(arguments: [
    "", "1700000000", "1700000000\ta.example", "1700000000\t\t5", "x\ta.example\t5",
    "1700000000\ta.example\t-5", "1700000000\ta.example\t5\t6", "1700000000\ta.example\t1e9",
    "99999999999999999999\ta.example\t5",
  ])
  func `what is no line is passed over`(text: String) { #expect(SpentBytes(text) == nil) }

  @Test(arguments: [
    (1000, 1600, 600), (1600, 1600, 0), (9999, 1600, 0), (.min, 1600, Int.max), (.max, 0, 0),
  ])
  func `a moment that is yet to come is now`(time: Int, now: Int, age: Int) {
    #expect(SpentBytes(time: time, host: "a", bytes: 1).age(now: now) == .seconds(age))
  }

  @Test func `what is older than a day and torn lines count no more`() {
    let text = "0\ta\t1\n9999\ta\t2\n10001\tb\t3\nnonsense\n60000\ta\t4\n70000\ta\t5"
    let entries = BudgetLedger.entries(in: Array(text.utf8), now: 100_000)
    #expect(entries.map(\.bytes) == [3, 4])
  }
}
