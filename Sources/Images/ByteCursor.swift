/// Reads numbers out of bytes, one after the other; what would lie outside is `nil`.
struct ByteCursor: ~Escapable {
  /// Which byte of a number comes first.
  enum Order {
    case bigEndian, littleEndian
  }

  let bytes: Span<UInt8>
  let order: Order
  /// Where the next number begins, from 0 to the count of bytes.
  private(set) var offset = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, _ order: Order) {
    self.bytes = bytes
    self.order = order
  }

  /// How many bytes are left.
  var remaining: Int { bytes.count - offset }

  /// Steps over bytes; where fewer are left, false, and it stays.
  @discardableResult
  mutating func skip(_ count: Int) -> Bool {
    guard 0...remaining ~= count else { return false }
    offset += count
    return true
  }

  /// Goes to an offset from the start; where that is outside, false, and it stays.
  @discardableResult
  mutating func seek(to offset: Int) -> Bool {
    guard 0...bytes.count ~= offset else { return false }
    self.offset = offset
    return true
  }

  /// The next bytes, as many as asked for.
  @_lifetime(copy self)
  mutating func take(_ count: Int) -> Span<UInt8>? {
    let start = offset
    guard skip(count) else { return nil }
    return bytes.extracting(start..<offset)
  }

  mutating func uint8() -> Int? { number(1) }

  mutating func uint16() -> Int? { number(2) }

  mutating func uint32() -> Int? { number(4) }

  mutating func int32() -> Int? {
    number(4).map { Int(Int32(truncatingIfNeeded: $0)) }
  }

  /// A number of 64 bits; `nil` also where no `Int` can hold it.
  mutating func uint64() -> Int? { number(8) }

  mutating func fourCC() -> FourCC? {
    guard let part = take(4) else { return nil }
    return FourCC(part.indices.reduce(UInt32(0)) { $0 << 8 | UInt32(part[$1]) })
  }

  /// A number of up to eight bytes.
  mutating func number(_ width: Int) -> Int? {
    guard let part = take(width) else { return nil }
    var value: UInt64 = 0
    for index in part.indices {
      value = value << 8 | UInt64(part[order == .bigEndian ? index : width - 1 - index])
    }
    return Int(exactly: value)
  }
}
