public import ArgumentParser
public import Records

extension FieldPath: ExpressibleByArgument {
  /// Reads a path as `FieldPath.init(_:)` does.
  public init?(argument: String) { self.init(argument) }

  /// As `--help` shows it.
  public var defaultValueDescription: String { description }
}
