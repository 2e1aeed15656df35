public import ArgumentParser
public import GBIF

extension Checklist: ExpressibleByArgument {
  /// Reads `backbone`, `col` or a key.
  public init?(argument: String) { self.init(argument) }
}
