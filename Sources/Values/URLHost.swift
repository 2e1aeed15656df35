/// The host of a URL of any scheme, in small letters and punycode, without a port.
public enum URLHost {
  /// Calls `body` with the host of the URL that a text in UTF-8 is; `nil` where it is none.
  public static func withBytes<Result>(
    of text: borrowing Span<UInt8>, _ body: (borrowing Span<UInt8>) -> Result
  ) -> Result? {
    if let plain = PlainURL(text) { return body(text.extracting(plain.host)) }
    let range = URLText.trimmed(text)
    guard let cleaned = URLText.cleaned(text, range) else { return host(of: text, range, body) }
    return host(of: cleaned.span, 0..<cleaned.count, body)
  }

  /// The host of the URL that a text is; `nil` where it is none.
  public static func string(_ text: String) -> String? {
    withBytes(of: Array(text.utf8).span) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func host<Result>(
    of text: borrowing Span<UInt8>, _ range: Range<Int>,
    _ body: (borrowing Span<UInt8>) -> Result
  ) -> Result? {
    guard let parts = URLParts(text, range) else { return nil }
    var host = [UInt8]()
    guard HostName.append(text, parts.host, to: &host) else { return nil }
    return body(host.span)
  }
}
