/// A set of ASCII characters, asked for each byte of a text.
struct ByteSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: String) {
    for byte in characters.utf8 { insert(byte) }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return false }
    return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }

  static let alphanumerics = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
  /// RFC 3986 section 3.1; the first must be a letter.
  static let scheme = ByteSet(alphanumerics + "+-.")
  /// What an address of version 6 consists of.
  static let address = ByteSet("0123456789abcdefABCDEF:.")
  /// RFC 3986 section 2.3.
  static let unreserved = ByteSet(alphanumerics + "-._~")
  /// What stands in user information as it is (RFC 3986 section 3.2.1).
  static let userInformation = ByteSet(alphanumerics + "-._~!$&'()*+,;=:")
  /// What stands in a path as it is: all that is outside of the WHATWG's path percent-encode
  /// set, but `%`.
  static let path = ByteSet(alphanumerics + "-._~!$&'()*+,;=:@/[]|")
  /// What stands in a query as it is: all that is outside of the WHATWG's special-query
  /// percent-encode set, but `%`.
  static let query = ByteSet(alphanumerics + "-._~!$&()*+,;=:@/?[]|^`{}\\")
  /// What is canonical in a path and in a query.
  static let plain = ByteSet(alphanumerics + "-._~!$&()*+,;=:@/?[]|")
  /// The small letters of plain host names.
  static let plainHost = ByteSet("abcdefghijklmnopqrstuvwxyz0123456789-._")
  /// What can't be in the name of a host: https://url.spec.whatwg.org/#forbidden-domain-code-point.
  static let forbiddenInHost = ByteSet(
    String(decoding: (0...32).map { UInt8($0) }, as: UTF8.self) + "#/:<>?@[\\]^|%\u{7F}")
}
