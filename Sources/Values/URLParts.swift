/// Where the parts of a URL lie in its bytes, for any scheme with `//` behind it.
struct URLParts {
  let scheme: Range<Int>
  /// Between the slashes and the `@`; `nil` where there is no `@`.
  let userInformation: Range<Int>?
  /// An address of version 6 with its brackets.
  let host: Range<Int>
  /// `nil` where none is given.
  let port: Int?
  /// From its slash on, perhaps empty.
  let path: Range<Int>
  /// From its question mark on, perhaps empty.
  let query: Range<Int>

  /// Takes the URL apart that lies in `range`; `nil` where it is none.
  init?(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    guard let colon = Self.endOfScheme(bytes, range) else { return nil }
    scheme = range.lowerBound..<colon
    let start = colon + 3
    let end = Self.first(of: "#", in: bytes, start..<range.upperBound)
    let mark = Self.first(of: "?", in: bytes, start..<end)
    let slash = Self.first(of: "/", in: bytes, start..<mark)
    path = slash..<mark
    query = mark..<end

    var at = slash
    while at > start, bytes[at - 1] != UInt8(ascii: "@") { at -= 1 }
    userInformation = at > start ? start..<at - 1 : nil
    let hostEnd = Self.endOfHost(bytes, at..<slash)
    guard let hostEnd, at < hostEnd else { return nil }
    host = at..<hostEnd
    guard let port = Self.port(bytes, hostEnd..<slash) else { return nil }
    self.port = port.number
  }

  /// Where the colon behind the scheme stands (RFC 3986 section 3.1).
  private static func endOfScheme(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    var colon = range.lowerBound
    while colon < range.upperBound, ByteSet.scheme.contains(bytes[colon]) { colon += 1 }
    guard colon > range.lowerBound, colon + 2 < range.upperBound,
      bytes[colon] == UInt8(ascii: ":"), bytes[colon + 1] == UInt8(ascii: "/"),
      bytes[colon + 2] == UInt8(ascii: "/"), 0x61...0x7A ~= bytes[range.lowerBound] | 0x20
    else { return nil }
    return colon
  }

  private static func endOfHost(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "[") else {
      return first(of: ":", in: bytes, range)
    }
    let bracket = first(of: "]", in: bytes, range)
    return bracket < range.upperBound ? bracket + 1 : nil
  }

  /// The number behind the colon, where there is one; `nil` for what is no port.
  private static func port(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> (number: Int?, Void)? {
    if range.isEmpty { return (nil, ()) }
    guard bytes[range.lowerBound] == UInt8(ascii: ":") else { return nil }
    var port: Int?
    for index in range.dropFirst() {
      let digit = bytes[index] &- UInt8(ascii: "0")
      let number = (port ?? 0) * 10 + Int(digit)
      guard digit < 10, number <= 65535 else { return nil }
      port = number
    }
    return (port, ())
  }

  private static func first(
    of sign: Unicode.Scalar, in bytes: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> Int {
    let sign = UInt8(ascii: sign)
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] != sign { index += 1 }
    return index
  }
}
