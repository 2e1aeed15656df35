/// Reads numbers of some bits, the lowest bit of each byte first.
struct BitReader: ~Escapable {
  private let bytes: Span<UInt8>
  /// Counted in bits.
  private var position: Int

  /// Begins with the byte at `offset`.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, from offset: Int) {
    self.bytes = bytes
    position = 8 * offset
  }

  /// The next `count` bits; `nil` where fewer are left.
  mutating func take(_ count: Int) -> Int? {
    guard position + count <= 8 * bytes.count else { return nil }
    defer { position += count }
    return (0..<count).reduce(0) { $0 | bit(position + $1) << $1 }
  }

  private func bit(_ position: Int) -> Int {
    Int(bytes[position / 8]) >> (position % 8) & 1
  }
}
