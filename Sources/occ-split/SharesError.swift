/// Why a text tells no sets and shares; `description` is the whole message.
struct SharesError: Error, Equatable, CustomStringConvertible {
  /// What was expected, in lower case and without a full stop.
  let description: String

  init(_ description: String) { self.description = description }
}
