/// Numbers and the three words of JSON.
enum Scalar {
  /// Where the number or word that begins at `offset` ends.
  /// - Throws: `RecordFault` where there is none.
  static func end(in bytes: borrowing Span<UInt8>, from offset: Int) throws(RecordFault) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "t"): return try word("true", in: bytes, from: offset)
    case UInt8(ascii: "f"): return try word("false", in: bytes, from: offset)
    case UInt8(ascii: "n"): return try word("null", in: bytes, from: offset)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number(in: bytes, from: offset)
    default: throw RecordFault(at: offset, "a value is expected here")
    }
  }

  private static func word(
    _ word: StaticString, in bytes: borrowing Span<UInt8>, from offset: Int
  ) throws(RecordFault) -> Int {
    let end = offset + word.utf8CodeUnitCount
    guard end <= bytes.count else { throw RecordFault(at: offset, "a value is cut short") }
    for index in offset..<end {
      guard unsafe bytes[index] == word.utf8Start[index - offset] else {
        throw RecordFault(at: offset, "a value is expected here")
      }
    }
    return end
  }

  /// RFC 8259 section 6: `[ minus ] int [ frac ] [ exp ]`.
  private static func number(
    in bytes: borrowing Span<UInt8>, from offset: Int
  ) throws(RecordFault) -> Int {
    var end = offset
    if bytes[end] == UInt8(ascii: "-") { end += 1 }
    let first = end
    end = try digits(in: bytes, from: end)
    if end > first + 1, bytes[first] == UInt8(ascii: "0") {
      throw RecordFault(at: first, "a number has a needless zero in front")
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end = try digits(in: bytes, from: end + 1)
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      end += 1
      if end < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[end]) {
        end += 1
      }
      end = try digits(in: bytes, from: end)
    }
    return end
  }

  private static func digits(
    in bytes: borrowing Span<UInt8>, from offset: Int
  ) throws(RecordFault) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] &- UInt8(ascii: "0") < 10 { end += 1 }
    if end == offset { throw RecordFault(at: offset, "a number lacks a digit") }
    return end
  }
}
