/// The fetching of one download's file: what follows from how each try ended, as a value
/// without network and without a clock.
public struct FileAttempts: Sendable {
  /// How a try ended.
  public enum Event: Sendable {
    /// A whole answer came; `count` bytes of the file are there now.
    case answer(status: Int, count: Int, retryAfter: Duration?)
    /// The connection came not about, or broke; so many bytes are there now.
    case broken(reason: String, count: Int)
    /// There is no way to the file, and another try would find none.
    case noWay(reason: String)
    /// The server has another file than the one that the bytes here are of.
    case otherFile
    /// The server's file is not as large as GBIF says.
    case otherSize(Int)
    /// All bytes came, and they are no whole archive.
    case damaged(reason: String)
  }

  /// What follows.
  public enum Verdict: Equatable, Sendable {
    /// The file is whole.
    case whole
    /// Go on after this wait, from the first byte or from where it broke off.
    case again(after: Duration, fromStart: Bool, reason: String)
    /// There will be no file.
    case refused(ServiceError)
  }

  /// After so many tries in a row that brought no byte the rest is left to another run.
  private static let patience = 12

  private let download: DownloadStatus
  private let schedule: WaitSchedule
  private let seed: Int
  private var count: Int
  private var failures = 0
  private var restarts = 0

  /// Tries for the file of `download`, of which `count` bytes are there.
  public init(_ download: DownloadStatus, count: Int, _ schedule: WaitSchedule, seed: Int) {
    self.download = download
    self.count = count
    self.schedule = schedule
    self.seed = seed
  }

  /// What follows from how a try ended.
  public mutating func verdict(_ event: Event) -> Verdict {
    switch event {
    case .answer(let status, let count, let retryAfter):
      answered(status, count, retryAfter)
    case .broken(let reason, let count): brokenOff(reason, count)
    case .noWay(let reason): refused(reason)
    case .otherFile: again(fromStart: true, "the file has changed")
    case .otherSize(let size): wrongSize(size)
    case .damaged(let reason): damaged(reason)
    }
  }

  private mutating func answered(
    _ status: Int, _ count: Int, _ retryAfter: Duration?
  ) -> Verdict {
    switch Call.file.meaning(of: status) {
    case .answer:
      if count == 0 { return damaged("the file is empty") }
      return download.size == 0 || download.size == count ? .whole : wrongSize(count)
    case .later, .unknown: return again(fromStart: false, "status \(status)", retryAfter)
    case .otherFile: return again(fromStart: true, "the file has changed")
    case .erased:
      return refused("GBIF has erased the file; ask for it anew (gbif-post; with --save, --again)")
    case .busy, .badRequest, .notPermitted, .refused: return refused("status \(status)")
    }
  }

  /// What brought bytes is no failure, however it ended.
  private mutating func brokenOff(_ reason: String, _ count: Int) -> Verdict {
    if count > self.count { failures = 0 }
    self.count = count
    return again(fromStart: false, reason)
  }

  private mutating func wrongSize(_ size: Int) -> Verdict {
    secondChance("the file has \(size) bytes, and GBIF says \(download.size)")
  }

  /// GBIF gives the same key, and so the same file, for the same predicate for two days.
  private mutating func damaged(_ reason: String) -> Verdict {
    secondChance(
      reason, advice: "ask GBIF anew, by a predicate that is not quite the same (gbif-post)")
  }

  /// A file that is not what it should be may be one that is just being replaced, or have been
  /// damaged on its way: it is asked for twice.
  private mutating func secondChance(_ reason: String, advice: String? = nil) -> Verdict {
    restarts += 1
    if restarts < 2 { return again(fromStart: true, reason) }
    return refused(([reason, advice] as [String?]).compactMap(\.self).joined(separator: "; "))
  }

  private mutating func again(
    fromStart: Bool, _ reason: String, _ retryAfter: Duration? = nil
  ) -> Verdict {
    failures += 1
    if fromStart { count = 0 }
    guard failures < Self.patience else {
      let advice = "run it again, it goes on where it was"
      return .refused(ServiceError(.temporary, "\(download.fileName): \(reason); \(advice)"))
    }
    let wait = schedule.wait(afterTry: failures, seed: seed)
    return .again(after: max(wait, retryAfter ?? .zero), fromStart: fromStart, reason: reason)
  }

  private func refused(_ reason: String) -> Verdict {
    .refused(ServiceError(.unavailable, "\(download.fileName): \(reason)"))
  }
}
