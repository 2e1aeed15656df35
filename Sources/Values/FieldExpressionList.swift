/// Several field expressions that are one key together: `decimalLatitude,decimalLongitude`.
public struct FieldExpressionList: Hashable, Sendable, CustomStringConvertible {
  /// The expressions, at least one.
  public let expressions: [FieldExpression]

  /// Reads expressions with commas between them.
  /// - Throws: `FieldExpressionError`, which says what was expected.
  public init(_ text: String) throws(FieldExpressionError) {
    var expressions = [FieldExpression]()
    var rest = text[...]
    while let comma = rest.firstUnquoted(where: { $0 == "," }) {
      expressions.append(try FieldExpression(String(rest[..<comma])))
      rest = rest[rest.index(after: comma)...]
    }
    self.expressions = expressions + [try FieldExpression(String(rest))]
  }

  /// As a user would write it.
  public var description: String { expressions.map(\.description).joined(separator: ",") }
}
