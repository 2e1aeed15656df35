import ByteStreams
import Fetching

/// What hosts with a budget of bytes sent, kept beside the journal for the next runs: a file of
/// lines a process, all of which are read at the start.
struct BudgetLedger: ~Copyable {
  private static let suffix = ".bytes"
  /// No budget looks further back: a day, and the time of a bucket.
  private static let memory = Duration.seconds(90_000)
  /// What comes in a time is told together.
  private static let interval = Duration.seconds(10)
  /// More is not read of a file; a day of one process has less.
  private static let longest = 64 << 20

  private let path: String
  private var file: AppendOnlyFile?
  private var last = ContinuousClock.now

  /// The ledger of the process that has `path` for its own files.
  init(at path: String) { self.path = path + Self.suffix }

  /// What all processes wrote that still counts, in `folder`.
  static func read(_ folder: String, now: Int) throws(StreamError) -> [SpentBytes] {
    var entries = [SpentBytes]()
    for name in try Directory.names(in: folder) where name.hasSuffix(suffix) {
      guard let state = FileState(of: "\(folder)/\(name)"),
        .seconds(now - state.modified / 1_000_000_000) < memory
      else { continue }
      let bytes = try Descriptor.input("\(folder)/\(name)").readAll(limit: longest)
      entries += self.entries(in: bytes, now: now)
    }
    return entries
  }

  /// The entries in the bytes of a file that still count; a torn last line is none.
  static func entries(in bytes: [UInt8], now: Int) -> [SpentBytes] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    return lines.compactMap { SpentBytes(String(decoding: $0, as: UTF8.self)) }
      .filter { $0.age(now: now) < memory }
  }

  /// Writes what a fetcher got, now and then; at once where `isLast` says so.
  mutating func keep(from fetcher: inout Fetcher, isLast: Bool = false) throws(StreamError) {
    let now = ContinuousClock.now
    guard isLast || last.duration(to: now) >= Self.interval else { return }
    last = now
    for (host, bytes) in fetcher.takeSpent() where bytes > 0 {
      try append(SpentBytes(time: WallClock.now, host: host, bytes: bytes))
    }
  }

  private mutating func append(_ entry: SpentBytes) throws(StreamError) {
    guard let open = file.take() else {
      file = try .open(path, isPrivate: false)
      return try append(entry)
    }
    try open.append(line: Array(entry.line.utf8))
    file = consume open
  }
}
