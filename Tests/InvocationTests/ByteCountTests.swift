import Testing

@testable import Invocation

/// Numbers of bytes as people write them.
struct ByteCountTests {
  @Test(arguments: [
    ("0", 0), ("4096", 4096), ("1K", 1024), ("512k", 512 << 10), ("64M", 64 << 20), ("2G", 2 << 30),
    ("1T", 1 << 40), ("9223372036854775807", .max),
  ])
  func `a number may have a unit`(_ text: String, _ bytes: Int) {
    #expect(ByteCount(argument: text)?.bytes == bytes)
  }

  @Test(arguments: [
    "", "K", "-1", "+1", "1.5K", "1KB", "1 K", "K1", "0x10", "9223372036854775808", "8388608T",
    "1P", "é",
  ])
  func `anything else is refused`(_ text: String) {
    #expect(ByteCount(argument: text) == nil)
  }

  @Test(arguments: [
    (0, "0"), (1, "1"), (1023, "1023"), (1024, "1K"), (1536, "1536"), (64 << 20, "64M"),
    (1 << 40, "1T"),
  ])
  func `it is written with the largest unit that divides it`(_ bytes: Int, _ text: String) {
    #expect(ByteCount(bytes).description == text)
  }
}
