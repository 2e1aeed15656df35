import ByteStreams
import Testing

@testable import Records

/// The proof of UTF-8 says what the standard library says.
struct UTF8ProofTests {
  /// Bytes on both sides of every bound of RFC 3629 section 4.
  private static let telling: [UInt8] = [
    0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4,
    0xF5,
  ]

  @Test(arguments: telling)
  func `four bytes across the border of a block are judged alike`(_ first: UInt8) {
    for second in Self.telling {
      for third in Self.telling {
        for fourth in Self.telling {
          for start in 60...64 {
            let bytes = Self.line(with: [first, second, third, fourth], from: start)
            let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
            #expect(Self.isProved(bytes) == isUTF8, "\(bytes[start..<start + 4])")
          }
        }
      }
    }
  }

  @Test func `every character is proved`() {
    for scalar in (0x80...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
      let bytes = Self.line(with: Array(String(scalar).utf8), from: 62)
      if !Self.isProved(bytes) { Issue.record("U+\(String(scalar.value, radix: 16))") }
    }
  }

  private static func isProved(_ bytes: [UInt8]) -> Bool {
    let held = HeldLine(bytes)
    return prove(held.line)
  }

  private static func prove(_ line: borrowing Line) -> Bool {
    let span = line.bytes
    var found = FoundFields(count: 1)
    return unsafe span.withUnsafeBufferPointer { bytes in
      guard var proof = unsafe CompactProof(bytes) else { return false }
      return proof.run(FieldTree(), &found)
    }
  }

  /// A record with these bytes in its only value, beginning at `start`.
  private static func line(with bytes: [UInt8], from start: Int) -> [UInt8] {
    let opening = Array(#"{"a":""#.utf8)
    let padding = [UInt8](repeating: 0x78, count: start - opening.count)
    return opening + padding + bytes + Array(#""}"#.utf8)
  }
}
