public import ArgumentParser
public import Transfers

extension ConnectionRule: ExpressibleByArgument {
  /// Reads a rule as `ConnectionRule.init(_:)` does.
  public init?(argument: String) { self.init(argument) }
}
