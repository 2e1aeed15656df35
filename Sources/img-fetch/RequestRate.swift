import ArgumentParser

/// Requests a second, or `none` for no limit.
struct RequestRate: ExpressibleByArgument {
  /// `nil` is without limit.
  let perSecond: Double?

  /// Reads a number from 0.0001 to 1000000, or `none`; `nil` for anything else.
  init?(argument: String) {
    if argument == "none" {
      perSecond = nil
    } else if let number = Double(argument), 0.0001...1_000_000 ~= number {
      perSecond = number
    } else {
      return nil
    }
  }
}
