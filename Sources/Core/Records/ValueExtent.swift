/// Where values end, in a record whose frame is known to be right.
enum ValueExtent {
  /// The offset behind the value that begins at `offset`.
  static func end(in bytes: borrowing Span<UInt8>, from offset: Int) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "\""): endOfString(in: bytes, from: offset)
    case UInt8(ascii: "{"), UInt8(ascii: "["): endOfNest(in: bytes, from: offset)
    default: endOfScalar(in: bytes, from: offset)
    }
  }

  private static func endOfString(in bytes: borrowing Span<UInt8>, from offset: Int) -> Int {
    var end = StringMark.first(in: bytes, from: offset + 1)
    while bytes[end] != UInt8(ascii: "\"") { end = StringMark.first(in: bytes, from: end + 2) }
    return end + 1
  }

  private static func endOfNest(in bytes: borrowing Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    var depth = 0
    repeat {
      switch bytes[end] {
      case UInt8(ascii: "\""): end = endOfString(in: bytes, from: end) - 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      end += 1
    } while depth > 0
    return end
  }

  private static func endOfScalar(in bytes: borrowing Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, !isDelimiter(bytes[end]) { end += 1 }
    return end
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte | 0x20 == UInt8(ascii: "}")
  }
}

/// The elements of an array in a record whose frame is known to be right.
struct ArrayElements: ~Escapable {
  private let bytes: Span<UInt8>
  private var offset: Int

  @_lifetime(copy bytes)
  init(in bytes: Span<UInt8>, from offset: Int) {
    self.bytes = bytes
    self.offset = offset + 1
  }

  /// Where the next element begins.
  mutating func next() -> Int? {
    while bytes[offset] <= 0x20 || bytes[offset] == UInt8(ascii: ",") { offset += 1 }
    guard bytes[offset] != UInt8(ascii: "]") else { return nil }
    defer { offset = ValueExtent.end(in: bytes, from: offset) }
    return offset
  }
}
