/// The form that two spellings of one URL of http or https have in common.
///
/// The host is in small letters and in punycode (RFC 3986 section 6.2.2.1, UTS 46); the ports
/// 80 and 443 are dropped, and so is the fragment; `http` becomes `https`; an empty path
/// becomes `/`; percent-escapes of unreserved characters are decoded, others have capital
/// digits (section 6.2.2), a lone `%` becomes one; blanks and other letters than ASCII in a
/// path or a query are escaped as browsers do (https://url.spec.whatwg.org, section 1.3); dot
/// segments are removed (section 5.2.4). User information stays. Capital letters in a path, a
/// slash at its end, `www.` and the order in a query may make a difference, and stay too.
///
/// Text that is no such URL is its own form, without the blanks around it. A canonical form
/// is its own canonical form.
public enum CanonicalURL {
  /// Calls `body` with the canonical form of a text in UTF-8.
  public static func withBytes<Result>(
    of text: borrowing Span<UInt8>, _ body: (borrowing Span<UInt8>) -> Result
  ) -> Result {
    if PlainURL(text)?.isSecure == true { return body(text) }
    var output = [UInt8]()
    append(text, to: &output)
    return body(output.span)
  }

  /// The canonical form of a text.
  public static func string(_ text: String) -> String {
    withBytes(of: Array(text.utf8).span) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Appends the canonical form of a text in UTF-8 to `output`.
  public static func append(_ text: borrowing Span<UInt8>, to output: inout [UInt8]) {
    output.reserveCapacity(output.count + text.count + 8)
    if let plain = PlainURL(text) {
      appendScheme(to: &output)
      appendBytes(text.extracting(plain.host.lowerBound...), to: &output)
      return
    }
    let range = URLText.trimmed(text)
    let start = output.count
    let isURL =
      if let cleaned = URLText.cleaned(text, range) {
        append(cleaned.span, 0..<cleaned.count, to: &output)
      } else {
        append(text, range, to: &output)
      }
    if isURL { return }
    output.removeSubrange(start...)
    appendBytes(text.extracting(range), to: &output)
  }

  /// Whether it is a URL; otherwise something of it may stand in `output`.
  private static func append(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    guard let parts = URLParts(text, range), isHTTP(text, parts.scheme) else { return false }
    appendScheme(to: &output)
    if let user = parts.userInformation, !user.isEmpty {
      PercentEscapes.append(text, user, allowed: .userInformation, to: &output)
      output.append(UInt8(ascii: "@"))
    }
    guard HostName.append(text, parts.host, to: &output) else { return false }
    // Both, with both schemes: after `http` has become `https`, 80 and 443 are one port.
    if let port = parts.port, port != 80, port != 443 {
      output.append(UInt8(ascii: ":"))
      output += Array(String(port).utf8)
    }
    let path = output.count
    if parts.path.isEmpty { output.append(UInt8(ascii: "/")) }
    PercentEscapes.append(text, parts.path, allowed: .path, to: &output)
    DotSegments.remove(from: path, in: &output)
    PercentEscapes.append(text, parts.query, allowed: .query, to: &output)
    return true
  }

  private static func isHTTP(_ bytes: borrowing Span<UInt8>, _ scheme: Range<Int>) -> Bool {
    let https: InlineArray<5, UInt8> = [0x68, 0x74, 0x74, 0x70, 0x73]
    guard 4...5 ~= scheme.count else { return false }
    for index in 0..<scheme.count where bytes[scheme.lowerBound + index] | 0x20 != https[index] {
      return false
    }
    return true
  }

  private static func appendScheme(to output: inout [UInt8]) {
    output.append(contentsOf: "https://".utf8)
  }

  private static func appendBytes(_ bytes: borrowing Span<UInt8>, to output: inout [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
  }
}
