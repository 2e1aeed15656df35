internal import CCurl
internal import Glibc

/// An absolute URL of `http` or `https`, taken apart by libcurl's parser; of `sftp` only where it
/// is asked for as such.
public struct HTTPURL: Sendable, Hashable {
  /// The URL as it goes over the wire: blanks and other bytes that a URL can't have escaped,
  /// the scheme and the host in small letters, without a fragment.
  public let text: String
  /// `http` or `https`; `sftp` where that was asked for.
  public let scheme: String
  /// The host's name in ASCII, or its address.
  public let host: String
  /// The port, the scheme's own where none is given.
  public let port: Int

  /// Whether credentials for one may go to the other: scheme, host and port are the same.
  public func hasOrigin(of other: HTTPURL) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }

  /// Takes a URL apart; `nil` where it is none, or of another scheme.
  ///
  /// With a `base` it may be relative to that (RFC 3986 section 5). Blanks and control
  /// characters around it are passed over, as browsers do (https://url.spec.whatwg.org, basic
  /// URL parser, step 1).
  public init?(_ text: String, relativeTo base: HTTPURL? = nil) {
    self.init(text, relativeTo: base, schemes: ["http", "https"])
  }

  /// Takes a URL of SFTP apart; `nil` where it is none.
  public init?(sftp text: String) { self.init(text, relativeTo: nil, schemes: ["sftp"]) }

  private init?(_ text: String, relativeTo base: HTTPURL?, schemes: [String]) {
    let parts = URLParts()
    if let base, !parts.read(base.text) { return nil }
    // libcurl would take the text up to a NUL.
    let text = Self.trim(text)
    guard !text.utf8.contains(0), parts.read(text),
      let scheme = parts.scheme, schemes.contains(scheme),
      let host = parts.host?.lowercased(), Self.isHost(host), parts.setHost(host),
      let port = parts.port, let whole = parts.whole
    else { return nil }
    self.text = whole
    self.scheme = scheme
    self.host = host
    self.port = port
  }

  /// What ends in a number is an address or nothing: no top-level domain is a number
  /// (https://url.spec.whatwg.org, ends-in-a-number checker).
  private static func isHost(_ host: String) -> Bool {
    let labels = host.utf8.split(separator: UInt8(ascii: "."))
    guard let last = labels.last else { return false }
    if !last.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return true }
    return labels.count == 4 && labels.allSatisfy { UInt8(Substring($0)) != nil }
  }

  /// The path, its escapes decoded; `nil` where a control character would come of it.
  public var decodedPath: String? {
    let parts = URLParts()
    return parts.read(text) ? parts.decodedPath : nil
  }

  private static func trim(_ text: String) -> String {
    var text = text.utf8[...]
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return String(Substring(text))
  }
}

/// A URL handle of libcurl: https://curl.se/libcurl/c/libcurl-url.html.
@safe
private struct URLParts: ~Copyable {
  private let handle = unsafe curl_url()

  /// Names with other letters than ASCII are turned into punycode by the rules of a locale.
  private static let hasUnicode = unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil

  deinit { unsafe curl_url_cleanup(handle) }

  func read(_ text: String) -> Bool {
    let flags = UInt32(CURLU_URLENCODE | CURLU_DISALLOW_USER)
    guard unsafe curl_url_set(handle, CURLUPART_URL, text, flags) == CURLUE_OK else { return false }
    return unsafe curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK
  }

  var scheme: String? { part(CURLUPART_SCHEME, 0) }

  /// In punycode; where libcurl can't do that, as it is written.
  var host: String? {
    _ = Self.hasUnicode
    return part(CURLUPART_HOST, UInt32(CURLU_PUNYCODE)) ?? part(CURLUPART_HOST, 0)
  }

  func setHost(_ host: String) -> Bool {
    unsafe curl_url_set(handle, CURLUPART_HOST, host, 0) == CURLUE_OK
  }

  var port: Int? { part(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap { Int($0) } }

  var decodedPath: String? { part(CURLUPART_PATH, UInt32(CURLU_URLDECODE)) }

  var whole: String? { part(CURLUPART_URL, 0) }

  private func part(_ part: CURLUPart, _ flags: UInt32) -> String? {
    var value: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, part, &value, flags) == CURLUE_OK else { return nil }
    defer { unsafe curl_free(value) }
    return unsafe value.map { unsafe String(cString: $0) }
  }
}
