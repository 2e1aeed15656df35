public import ArgumentParser

extension FieldExpression: ExpressibleByArgument {
  /// Reads an expression as `FieldExpression.init(_:)` does.
  public init?(argument: String) {
    guard let expression = try? FieldExpression(argument) else { return nil }
    self = expression
  }

  /// As `--help` shows it.
  public var defaultValueDescription: String { description }
}
