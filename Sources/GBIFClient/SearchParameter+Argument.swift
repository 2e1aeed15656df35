public import ArgumentParser
public import GBIF

extension SearchParameter: ExpressibleByArgument {
  /// Reads `NAME=VALUE`.
  public init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    self.init(String(argument[..<sign]), String(argument[argument.index(after: sign)...]))
  }
}
