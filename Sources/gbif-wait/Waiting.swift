import ByteStreams
import Fetching
import GBIF
import GBIFClient
import Invocation
import Transfers

/// The wait for all downloads: asks how far they are, and fetches their files.
struct Waiting: ~Copyable {
  /// A download of which nothing more will happen.
  struct Ended {
    let status: DownloadStatus
    /// Where its file is.
    var path: String?
    /// Why it did not end well.
    var failure: (any Error)?
  }

  private var fetcher: Fetcher
  private var references: References
  private var polls: Polls
  private var files: Files?
  private var ended: [Ended] = []
  private var known = Set<DownloadKey>()
  private let deadline: Duration?
  private let diagnostics: Diagnostics
  private let progress: Progress
  private let start = ContinuousClock.now

  static func open(
    _ options: GbifWait, _ references: consuming References, _ diagnostics: Diagnostics
  ) throws -> Waiting {
    let service = options.service.service
    let first = options.interval?.duration
    let polls = Polls(service, first: first)
    let files = try options.download.map {
      try Files(in: $0, service, first: first, diagnostics)
    }
    let fetcher = Fetcher(.service, try Transfers.open(options.service.settings))
    return Waiting(
      fetcher: fetcher, references: references, polls: polls, files: files,
      deadline: options.timeout?.duration, diagnostics: diagnostics,
      progress: Progress(diagnostics, options.messages, inPipelines: true))
  }

  private init(
    fetcher: consuming Fetcher, references: consuming References, polls: Polls, files: Files?,
    deadline: Duration?, diagnostics: Diagnostics, progress: Progress
  ) {
    self.fetcher = fetcher
    self.references = references
    self.polls = polls
    self.files = files
    self.deadline = deadline
    self.diagnostics = diagnostics
    self.progress = progress
  }

  private var now: Duration { start.duration(to: .now) }

  /// The next download that has ended; `nil` when there is no more to wait for, or no more
  /// waiting: after an INT or TERM, or when the time is over.
  mutating func next() throws -> Ended? {
    while ended.isEmpty, !isOver {
      while let reference = try references.next() { polls.add(reference) }
      let now = now
      polls.start(&fetcher, now: now)
      files?.start(&fetcher, now: now)
      if let file = files?.check(now: now) { ended.append(file) }
      try fetcher.turn(milliseconds: untilNextTime, watching: references.descriptors)
      while let result = fetcher.next() { settle(result) }
      if !isOver { progress.show { state(after: $0) } }
    }
    progress.clear()
    return ended.isEmpty ? nil : ended.removeFirst()
  }

  private var isOver: Bool {
    if Signals.interruption != nil || deadline.map({ $0 <= now }) ?? false { return true }
    return references.isAtEnd && polls.isEmpty && files?.isEmpty ?? true
  }

  /// How far all of them are, in a line.
  private func state(after time: Duration) -> String {
    let states = Dictionary(grouping: polls.watches) { $0.state?.description ?? "not heard of" }
    var parts = states.sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
    let records = polls.watches.compactMap(\.totalRecords).reduce(0, +)
    if records > 0 { parts.append("about \(records) records") }
    parts += files?.texts(now: now) ?? []
    if parts.isEmpty { parts = ["waiting for keys"] }
    return parts.joined(separator: ", ") + ", \(ByteProgress.clock(Int(time / .seconds(1))))"
  }

  /// Half a second at most, so that a signal is seen.
  private var untilNextTime: Int {
    if files?.isChecking ?? false { return 0 }
    let times = [polls.nextTime, files?.nextTime, deadline].compactMap { $0 }
    let next = times.min().map { ($0 - now) / .milliseconds(1) } ?? 500
    return Int(max(1, min(500, next.rounded(.up))))
  }

  private mutating func settle(_ result: FetchResult) {
    let now = now
    if let file = files?.settle(result, now: now) { ended.append(file) }
    guard let (watch, verdict) = polls.settle(result, now: now) else { return }
    switch verdict {
    case .again(_, let news):
      if let news { diagnostics.say("\(watch.reference): \(news)") }
    case .refused(let error): diagnostics.report(error)
    case .ended(let status): end(status)
    }
  }

  private mutating func end(_ status: DownloadStatus) {
    // The key and the DOI of one download may both have been named.
    guard known.insert(status.key).inserted else { return }
    guard status.state == .succeeded else {
      let advice = "ask for it anew (gbif-post; with --save, --again)"
      let failure = ServiceError(.unavailable, "\(status.key): \(status.state); \(advice)")
      return ended.append(Ended(status: status, failure: failure))
    }
    let records = status.totalRecords.map { ", about \($0) records" } ?? ""
    diagnostics.say("\(status.key): \(status.state), \(status.size) bytes\(records)")
    if files == nil { return ended.append(Ended(status: status)) }
    let now = now
    if let file = files?.add(status, now: now) { ended.append(file) }
  }

  /// Says what there is to say at the end.
  consuming func finish() throws {
    tellUnfinished()
    try references.finish()
  }

  /// Tells of those that are not waited for any more because the time is over.
  private func tellUnfinished() {
    guard Signals.interruption == nil else { return }
    if !references.isAtEnd {
      diagnostics.report(.temporary, "more keys were to come when the time was over")
    }
    for watch in polls.watches {
      let state = watch.state.map { "still \($0)" } ?? "nothing heard"
      diagnostics.report(.temporary, "\(watch.reference): \(state) when the time was over")
    }
    for name in files?.names ?? [] {
      diagnostics.report(.temporary, "\(name): not whole when the time was over; run it again")
    }
  }
}
