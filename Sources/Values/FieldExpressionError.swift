/// Why a text is no field expression; `description` is the whole message.
public struct FieldExpressionError: Error, Equatable, CustomStringConvertible {
  /// What was expected, in lower case and without a full stop.
  public let description: String

  init(_ description: String) { self.description = description }
}
