/// The parts of a URL of http or https in which sizes may stand; all else stays as it is written.
struct PictureAddress: Equatable {
  /// Scheme, host and port as they are written: `https://Host.example:8080`.
  let origin: String
  /// In small letters.
  let host: String
  /// Whether the port is the scheme's own, as far as it is said.
  let hasUsualPort: Bool
  /// What stands behind each slash of the path.
  var segments: [String]
  /// What stands behind the question mark.
  var query: String?

  /// As it is asked for; a fragment never was.
  var text: String {
    origin + "/" + segments.joined(separator: "/") + (query.map { "?" + $0 } ?? "")
  }

  /// Takes a URL apart; `nil` where it is none, or has something that might be understood in
  /// more than one way: user information, dot segments, blanks, a backslash.
  init?(_ text: String) {
    let whole = Self.trimmed(text)
    guard whole.allSatisfy(Self.isPlain) else { return nil }
    let parts = whole.prefix { $0 != UInt8(ascii: "#") }.split(
      separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[1].isEmpty,
      let usualPort = Self.usualPort(String(Substring(parts[0]))),
      let (host, port) = Self.authority(parts[2])
    else { return nil }
    self.host = host
    hasUsualPort = port.map { $0 == usualPort } ?? true
    origin = String(Substring(whole[..<parts[2].endIndex]))
    let path = parts[3].prefix { $0 != UInt8(ascii: "?") }
    query =
      path.endIndex == parts[3].endIndex
      ? nil : String(Substring(parts[3][path.endIndex...].dropFirst()))
    segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    if segments.contains(where: Self.isDotSegment) { return nil }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "\\")
  }

  /// Without the blanks and control characters that are passed over around a URL.
  private static func trimmed(_ text: String) -> Substring.UTF8View {
    var text = text.utf8[...]
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }

  private static func usualPort(_ scheme: String) -> String? {
    switch scheme.lowercased() {
    case "http:": "80"
    case "https:": "443"
    default: nil
    }
  }

  /// A host of ASCII letters, and a port where one is said.
  private static func authority(_ bytes: Substring.UTF8View) -> (host: String, port: String?)? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, !parts[0].isEmpty, parts[0].allSatisfy(isOfHost) else { return nil }
    let host = String(Substring(parts[0])).lowercased()
    guard parts.count == 2 else { return (host, nil) }
    let port = Substring(parts[1])
    return ASCII.isAll(port, ASCII.isDigit) && port.utf8.count <= 5 ? (host, String(port)) : nil
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  /// `.` and `..`, escaped too (RFC 3986 section 5.2.4).
  private static func isDotSegment(_ segment: String) -> Bool {
    guard segment.utf8.count <= 6 else { return false }
    return [".", ".."].contains(segment.lowercased().replacing("%2e", with: "."))
  }
}
