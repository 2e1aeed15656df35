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
    guard whole.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
      return nil
    }
    let rest = whole.prefix { $0 != UInt8(ascii: "#") }
    let parts = rest.split(
      separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[1].isEmpty, let port = Self.usualPort(String(Substring(parts[0])))
    else { return nil }
    let authority = parts[2].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let host = authority.first, Self.isHost(host), authority.count <= 2,
      authority.count == 1 || Self.isNumber(authority[1])
    else { return nil }
    self.host = String(Substring(host)).lowercased()
    hasUsualPort = authority.count == 1 || authority[1].elementsEqual(port.utf8)
    origin = String(Substring(rest[..<parts[2].endIndex]))
    let query = parts[3].firstIndex(of: UInt8(ascii: "?"))
    self.query = query.map { String(Substring(parts[3][$0...].dropFirst())) }
    segments = parts[3][..<(query ?? parts[3].endIndex)]
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard !segments.contains(where: Self.isDotSegment) else { return nil }
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

  private static func isHost(_ bytes: Substring.UTF8View) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy {
        ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "-")
      }
  }

  private static func isNumber(_ bytes: Substring.UTF8View) -> Bool {
    1...5 ~= bytes.count && bytes.allSatisfy(ASCII.isDigit)
  }

  /// `.` and `..`, escaped too (RFC 3986 section 5.2.4).
  private static func isDotSegment(_ segment: String) -> Bool {
    guard segment.utf8.count <= 6 else { return false }
    return [".", ".."].contains(segment.lowercased().replacing("%2e", with: "."))
  }
}
