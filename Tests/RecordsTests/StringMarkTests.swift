import Testing
import Trials

@testable import Records

/// Where a string ends or an escape begins.
struct StringMarkTests {
  @Test func `it is found among all other bytes, wherever the words of eight lie`() {
    var random = SplitMix(seed: 11)
    // Those that differ from a mark in one bit, and those that a borrow may turn into one.
    let odd: [UInt8] = [0x22, 0x5C, 0x23, 0x21, 0x5D, 0x5B, 0xA2, 0xDC, 0x00, 0x80, 0xFF, 0x61]
    for _ in 0..<20_000 {
      let share = random.next() % 30 + 1
      let bytes = (0..<random.next() % 40).map { _ in
        random.next() % share == 0 ? odd[Int(random.next() % 12)] : UInt8(random.next() % 26) + 0x61
      }
      let offset = Int(random.next() % 3)
      if offset > bytes.count { continue }
      let expected = bytes[offset...].firstIndex { $0 == 0x22 || $0 == 0x5C } ?? bytes.count
      if StringMark.first(in: bytes.span, from: offset) != expected {
        Issue.record("\(bytes) from \(offset) on: not \(expected)")
      }
    }
  }
}
