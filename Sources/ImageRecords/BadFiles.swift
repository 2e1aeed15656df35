public import Invocation

/// What is done with files that can't be read or are not what they should be: told and
/// counted.
public struct BadFiles {
  /// After this many they are only counted.
  private static let toldAtMost = 10

  private let diagnostics: Diagnostics
  /// What is wrong with them: `can't be read`.
  private let fault: String
  /// How many records have one.
  public private(set) var count = 0

  /// No bad files yet; `fault` is what they are called in the end: `can't be read`.
  public init(_ diagnostics: Diagnostics, fault: String) {
    self.diagnostics = diagnostics
    self.fault = fault
  }

  /// Takes what is wrong with a file.
  public mutating func take(_ message: String) {
    count += 1
    if count <= Self.toldAtMost { diagnostics.report(.done, message) }
  }

  /// Notes how the run ends for them, of so many records.
  public func finish(_ tolerance: Tolerance?, of records: Int) {
    if count > Self.toldAtMost { diagnostics.report(.done, "\(count) files \(fault)") }
    if count > 0, tolerance?.covers(count, of: records) != true { diagnostics.note(.someFailed) }
  }
}
