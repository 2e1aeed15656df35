/// Four characters that name a box, a chunk or a brand.
struct FourCC: Equatable, ExpressibleByStringLiteral {
  private let value: UInt32

  init(_ value: UInt32) { self.value = value }

  /// - Precondition: the literal is four ASCII characters.
  init(stringLiteral literal: StaticString) {
    precondition(literal.utf8CodeUnitCount == 4)
    value = "\(literal)".utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether all four are letters, as PNG demands of its chunks' names.
  var isLetters: Bool {
    stride(from: UInt32(0), through: 24, by: 8).allSatisfy { shift in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= UInt8(truncatingIfNeeded: value >> shift) | 0x20
    }
  }
}
