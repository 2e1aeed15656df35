internal import ByteStreams
internal import Glibc

/// One line on a terminal that tells how far a tool is, drawn anew a few times a second.
public final class Progress {
  private static let interval = Duration.milliseconds(250)

  private let diagnostics: Diagnostics
  private let isDrawing: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isDrawn = false

  /// Progress as the options ask for it.
  ///
  /// A tool that is one of a pipeline draws by itself only when it is one of those that take their
  /// time.
  public init(_ diagnostics: Diagnostics, _ options: MessageOptions, inPipelines: Bool = false) {
    self.diagnostics = diagnostics
    isDrawing = options.drawsProgress(inPipelines: inPipelines)
    start = clock.now
    last = clock.now
    diagnostics.clearLine = { [weak self] in self?.clear() }
  }

  /// Shows the state if it is time to, and says it in a line of its own when USR1 asked, with
  /// `details` below it.
  public func show(_ state: (Duration) -> String, details: () -> [String] = { [] }) {
    let now = clock.now
    if Signals.takeStateRequest() {
      for line in [state(start.duration(to: now))] + details() { diagnostics.sayAlways(line) }
    }
    guard isDrawing, last.duration(to: now) >= Self.interval else { return }
    last = now
    draw(state(start.duration(to: now)))
  }

  /// Takes the line off the terminal.
  public func clear() {
    if isDrawn { StandardError.write("\r\u{1B}[K") }
    isDrawn = false
  }

  private func draw(_ state: String) {
    let text = Diagnostics.escape("\(diagnostics.tool): \(state)")
    StandardError.write("\r\(text.prefix(StandardError.width - 1))\u{1B}[K")
    isDrawn = true
  }
}
