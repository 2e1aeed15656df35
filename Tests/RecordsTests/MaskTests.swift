import CSIMD
import Testing
import Trials

/// What stands where in 64 bytes: every register width says the same.
struct MaskTests {
  private static let blocks = 40

  /// Bytes of which many have a meaning in JSON.
  private static var bytes: [UInt8] {
    var random = SplitMix(seed: 9)
    let marks = Array("\"\\:,{}[]".utf8) + [0x00, 0x1F, 0x20, 0x7F, 0x80, 0xFF]
    return (0..<64 * blocks).map { _ in
      Bool.random(using: &random)
        ? marks.randomElement(using: &random) ?? 0 : UInt8.random(in: .min ... .max, using: &random)
    }
  }

  private typealias Look = (UnsafePointer<UInt8>, Int32, UnsafeMutablePointer<json_masks>) -> Void

  private static func masks(_ look: Look) -> [[UInt64]] {
    var masks = [json_masks](repeating: json_masks(), count: blocks)
    unsafe look(bytes, Int32(blocks), &masks)
    return masks.map {
      [
        $0.quote, $0.backslash, $0.control, $0.colon, $0.comma, $0.open, $0.close, $0.wide,
        $0.inside,
      ]
    }
  }

  /// One bit a byte, by the definition.
  private static var expected: [[UInt64]] {
    let tests: [(UInt8) -> Bool] = [
      { $0 == UInt8(ascii: "\"") }, { $0 == UInt8(ascii: "\\") }, { $0 < 0x20 },
      { $0 == UInt8(ascii: ":") }, { $0 == UInt8(ascii: ",") },
      { $0 | 0x20 == UInt8(ascii: "{") }, { $0 | 0x20 == UInt8(ascii: "}") }, { $0 >= 0x80 },
    ]
    let bytes = bytes
    return (0..<blocks).map { block in
      let masks = tests.map { test -> UInt64 in
        (0..<64).reduce(0) { $0 | (test(bytes[64 * block + $1]) ? 1 << UInt64($1) : 0) }
      }
      return masks + [bits_prefix_parity(masks[0])]
    }
  }

  @Test func `the widest registers of this processor find all marks`() {
    #expect(unsafe Self.masks { unsafe json_look_many($0, $1, $2) } == Self.expected)
  }

  @Test func `the narrowest registers find all marks`() {
    let masks = unsafe Self.masks { bytes, blocks, masks in
      for block in 0..<Int(blocks) { unsafe masks[block] = json_look(bytes + 64 * block) }
    }
    #expect(masks == Self.expected)
  }

  #if arch(x86_64)
  @Test(.enabled(if: json_has_256() != 0))
  func `registers of 256 bits find all marks`() {
    #expect(unsafe Self.masks { unsafe json_look_256($0, $1, $2) } == Self.expected)
  }
  #endif
}
