import Testing

@testable import Predicates

/// Numbers as they stand in cells.
struct NumberTests {
  @Test(arguments: [
    ("0", 0), ("7", 7), ("007", 7), ("-7", -7), ("1.5", 1.5), ("-0.1", -0.1),
    ("52.3702157", 52.3702157),
    ("123456789012345", 123_456_789_012_345), ("0.000000000000001", 1e-15), ("1e3", 1000),
    ("-1.5E-3", -0.0015), ("+4", 4), ("12345678901234567168", 12_345_678_901_234_567_168),
    ("5.", 5),
    (".5", 0.5),
  ])
  func `a number is read to the last bit`(_ text: String, _ value: Double) {
    #expect(DecimalNumber.parse(text) == value)
    #expect(DecimalNumber.parse(Array(text.utf8).span) == value)
  }

  @Test(arguments: [
    "", "-", ".", "x", "1x", "1 ", " 1", "1.2.3", "nan", "inf", "0x10", "1,5", "--1", "1e",
  ])
  func `what is no number is none`(_ text: String) {
    #expect(DecimalNumber.parse(text) == nil)
    #expect(DecimalNumber.parse(Array(text.utf8).span) == nil)
  }
}
