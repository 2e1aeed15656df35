import ByteStreams
import Fetching
import GBIF
import Invocation
import Transfers

/// The files of downloads on their way into a folder, a few at a time.
struct Files {
  private static let atOnce = 2

  private let folder: String
  private let service: Service
  private let schedule: WaitSchedule
  private let diagnostics: Diagnostics
  private var waiting: [(file: IncomingFile, time: Duration)] = []
  private var underWay: [Int: IncomingFile] = [:]
  private var checks: Checks
  /// When the first of those that are to come was taken up.
  private var began = Duration.zero

  init(
    in folder: String, _ service: Service, first: Duration?, _ diagnostics: Diagnostics
  ) throws {
    let end = folder.lastIndex { $0 != "/" }
    self.folder = end.map { String(folder[...$0]) } ?? ""
    try Directory.create(folder)
    try Directory.tryOut(folder)
    self.service = service
    schedule = WaitSchedule.retrying.beginning(with: first)
    self.diagnostics = diagnostics
    checks = Checks(diagnostics)
  }

  /// Whether all are there.
  var isEmpty: Bool { incoming.isEmpty && checks.isEmpty }

  /// Whether one is being looked into, which does not wait for the network.
  var isChecking: Bool { !checks.isEmpty }

  /// The names of those that are not there yet.
  var names: [String] { incoming.map(\.path) + checks.names }

  private var incoming: [IncomingFile] { waiting.map(\.file) + underWay.values }

  /// How far they are, for people.
  func texts(now: Duration) -> [String] {
    (incoming.isEmpty ? [] : [progress(now: now).text]) + (checks.text.map { [$0] } ?? [])
  }

  /// How far those are together that have not come.
  private func progress(now: Duration) -> ByteProgress {
    var progress = ByteProgress(time: now - began)
    for file in incoming {
      progress.count += file.count
      progress.known += file.known
      progress.size += file.status.size
    }
    return progress
  }

  /// When the next may go on.
  var nextTime: Duration? {
    underWay.count < Self.atOnce ? waiting.map(\.time).min() : nil
  }

  /// Takes up the file of a download, unless it is there already.
  mutating func add(_ status: DownloadStatus, now: Duration) -> Waiting.Ended? {
    let path = "\(folder)/\(status.fileName)"
    let size = Directory.size(ofFile: path)
    if let size, size == status.size || status.size == 0 {
      diagnostics.say("\(path): is there already")
      return Waiting.Ended(status: status, path: path)
    }
    do {
      let file = try IncomingFile(status, path, service, schedule)
      if file.isWhole {
        checks.add(file)
        return nil
      }
      try checkRoom(for: file)
      if incoming.isEmpty { began = now }
      waiting.append((file, now))
      return nil
    } catch {
      return Waiting.Ended(status: status, failure: error)
    }
  }

  /// What is still to come of the others takes room too.
  private func checkRoom(for file: IncomingFile) throws {
    let free = try Directory.freeBytes(folder.isEmpty ? "/" : folder)
    let missing = incoming.map(\.missing).reduce(file.missing, +)
    guard free < missing else { return }
    file.leave()
    throw Failure(.inputOutput, "\(folder): room for \(free) bytes, and \(missing) are to come")
  }

  /// Starts what may start.
  mutating func start(_ fetcher: inout Fetcher, now: Duration) {
    while underWay.count < Self.atOnce,
      let index = waiting.firstIndex(where: { $0.time <= now })
    {
      let file = waiting.remove(at: index).file
      underWay[fetcher.add(file.job)] = file
    }
  }

  /// Takes the end of a try; gives the download whose file has come to its end, if one has.
  mutating func settle(_ result: FetchResult, now: Duration) -> Waiting.Ended? {
    guard let file = underWay.removeValue(forKey: result.job) else { return nil }
    do {
      return try settle(file, try file.verdict(result), now: now)
    } catch {
      file.leave()
      return Waiting.Ended(status: file.status, failure: error)
    }
  }

  /// Looks a little further into a file of which all bytes are there; gives the download whose
  /// file has come to its end, if one has.
  mutating func check(now: Duration) -> Waiting.Ended? {
    guard let outcome = checks.goOn() else { return nil }
    switch outcome {
    case .whole(let file): return end(file)
    case .damaged(let file, let reason): return settle(damaged: file, reason, now: now)
    }
  }

  private func end(_ file: IncomingFile) -> Waiting.Ended {
    do {
      let ended = try file.end()
      diagnostics.say("\(file.path): whole")
      return ended
    } catch {
      return Waiting.Ended(status: file.status, failure: error)
    }
  }

  /// What is damaged is not gone on with, neither in this run nor in another.
  private mutating func settle(
    damaged file: IncomingFile, _ reason: String, now: Duration
  ) -> Waiting.Ended? {
    do {
      try file.forget()
      return try settle(file, file.verdict(damaged: reason), now: now)
    } catch {
      file.leave()
      return Waiting.Ended(status: file.status, failure: error)
    }
  }

  private mutating func settle(
    _ file: IncomingFile, _ verdict: FileAttempts.Verdict, now: Duration
  ) throws -> Waiting.Ended? {
    switch verdict {
    case .whole: checks.add(file)
    case .refused(let error):
      file.leave()
      return Waiting.Ended(status: file.status, failure: error)
    case .again(let wait, let fromStart, let reason):
      diagnostics.say("\(file.path): \(reason): again in \(TimeSpan(wait).rounded)")
      if fromStart { try file.forget() }
      waiting.append((file, now + wait))
    }
    return nil
  }
}
