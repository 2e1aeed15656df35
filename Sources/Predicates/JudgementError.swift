internal import RegularExpressions

/// Why it can't be said whether a record fulfils a predicate; `description` is the whole
/// message.
public struct JudgementError: Error, CustomStringConvertible {
  /// Why, in lower case and without a full stop.
  public let description: String

  init(_ error: RegularExpressionError) { description = error.description }
}
