/// The status and the header fields of an answer.
public struct ResponseHead: Sendable {
  /// The status code, 100 to 599.
  public let status: Int
  /// The header fields in their order.
  public let fields: [(name: String, value: String)]
  /// Seconds that the server asks to wait, from `Retry-After` in either of its forms.
  public let retryAfter: Int?

  /// The first field of this name, in whatever letters.
  public subscript(name: String) -> String? {
    let name = name.lowercased()
    return fields.first { $0.name.lowercased() == name }?.value
  }

  /// All fields of this name.
  public func all(_ name: String) -> [String] {
    let name = name.lowercased()
    return fields.filter { $0.name.lowercased() == name }.map(\.value)
  }
}
