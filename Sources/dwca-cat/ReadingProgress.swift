import Invocation

/// Counts the rows as they are read, and shows how far the reading is.
final class ReadingProgress {
  /// The clock is looked at once in so many rows.
  private static let stride = 1 << 12

  private let progress: Progress
  private var rows = 0

  init(_ progress: Progress) { self.progress = progress }

  /// To be called before each row; false when the reading is to end.
  func goesOn() -> Bool {
    rows += 1
    if rows % Self.stride == 0 { progress.show { description(after: $0) } }
    return Signals.interruption == nil
  }

  /// Takes the line off the terminal.
  func finish() { progress.clear() }

  private func description(after time: Duration) -> String {
    let milliseconds = max(
      1, time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000)
    return "\(rows) rows, \(Int64(rows) * 1000 / milliseconds) a second"
  }
}
