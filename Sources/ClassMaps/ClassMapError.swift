/// Why a text is no class map; `description` is the whole message.
public struct ClassMapError: Error, Equatable, CustomStringConvertible {
  /// Why, in lower case and without a full stop.
  public let description: String

  init(_ description: String) { self.description = description }
}
