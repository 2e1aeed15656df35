/// Which part of a file an answer of status 206 brings (RFC 9110 section 14.4).
public struct ContentRange: Equatable, Sendable {
  /// The first and the last byte, counted from 0.
  public let bytes: ClosedRange<Int>
  /// The size of the whole file; `nil` where the server does not know it.
  public let size: Int?

  /// Reads `bytes 0-99/200`; `nil` where it is something else.
  public init?(_ field: String) {
    let parts = field.split { " -/".contains($0) }
    guard parts.count == 4, parts[0].lowercased() == "bytes", let first = Int(parts[1]),
      let last = Int(parts[2]), first <= last
    else { return nil }
    bytes = first...last
    size = Int(parts[3])
    if size == nil, parts[3] != "*" { return nil }
    if let size, last >= size { return nil }
  }
}
