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
  /// When the first of those that are to come was taken up.
  private var began = Duration.zero

  init(
    in folder: String, _ service: Service, first: Duration?, _ diagnostics: Diagnostics
  ) throws {
    let end = folder.lastIndex { $0 != "/" }
    self.folder = end.map { String(folder[...$0]) } ?? ""
    try Directory.create(folder)
    self.service = service
    schedule = WaitSchedule.retrying.beginning(with: first)
    self.diagnostics = diagnostics
  }

  /// Whether all are there.
  var isEmpty: Bool { waiting.isEmpty && underWay.isEmpty }

  /// The names of those that are not there yet.
  var names: [String] { waiting.map(\.file.path) + underWay.values.map(\.path) }

  /// How far they are together.
  func progress(now: Duration) -> ByteProgress {
    var progress = ByteProgress(time: now - began)
    for file in waiting.map(\.file) + underWay.values {
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
  mutating func add(_ status: DownloadStatus, now: Duration) throws -> Waiting.Ended? {
    let path = "\(folder)/\(status.fileName)"
    let size = Directory.size(ofFile: path)
    if let size, size == status.size || status.size == 0 {
      diagnostics.say("\(path): is there already")
      return Waiting.Ended(status: status, path: path)
    }
    do {
      let file = try IncomingFile(status, path, service, schedule)
      if file.isWhole { return try file.end() }
      try checkRoom(for: file)
      if isEmpty { began = now }
      waiting.append((file, now))
      return nil
    } catch {
      return Waiting.Ended(status: status, failure: error)
    }
  }

  private func checkRoom(for file: IncomingFile) throws {
    let free = try Directory.freeBytes(folder.isEmpty ? "/" : folder)
    guard free < file.missing else { return }
    file.leave()
    throw Failure(
      .inputOutput, "\(folder): room for \(free) bytes, and \(file.missing) are to come")
  }

  /// Starts what may start.
  mutating func start(_ fetcher: inout Fetcher, now: Duration) throws {
    while underWay.count < Self.atOnce,
      let index = waiting.firstIndex(where: { $0.time <= now })
    {
      let file = waiting.remove(at: index).file
      underWay[fetcher.add(file.job)] = file
    }
  }

  /// Takes the end of a try; gives the download whose file has come to its end, if one has.
  mutating func settle(_ result: FetchResult, now: Duration) throws -> Waiting.Ended? {
    guard let file = underWay.removeValue(forKey: result.job) else { return nil }
    switch try file.verdict(result) {
    case .whole:
      diagnostics.say("\(file.path): whole")
      return try file.end()
    case .refused(let error):
      file.leave()
      return Waiting.Ended(status: file.status, failure: error)
    case .again(let wait, let fromStart, let reason):
      diagnostics.say("\(file.path): \(reason): again in \(TimeSpan(wait).rounded)")
      if fromStart { try file.forget() }
      waiting.append((file, now + wait))
      return nil
    }
  }
}
