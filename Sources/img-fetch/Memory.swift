import Fetching
import Journals

/// What earlier runs did, and this one.
struct Memory: ~Copyable {
  private var journal: Journal
  private var reader = JournalEntryReader()
  private let base: String
  private let retriesFailed: Bool

  /// Opens the journal below the folder of the pictures.
  static func open(_ options: ImgFetch, base: String) throws -> Memory {
    let folder = "\(base)\(options.directory)/.img-fetch"
    try Folders.make(for: folder)
    return Memory(try .open(folder), base: base, retriesFailed: options.retryFailed)
  }

  private init(_ journal: consuming Journal, base: String, retriesFailed: Bool) {
    self.journal = journal
    self.base = base
    self.retriesFailed = retriesFailed
  }

  /// The start of the names of unfinished files.
  var unfinishedPrefix: String { journal.unfinishedPrefix }

  /// What is known of a URL.
  enum Answer {
    case nothing
    /// The picture is there, as it was left.
    case picture(Picture)
    /// It was there and is not as it was left.
    case lost(path: String)
    case failed(Failed)
    /// The name that it was to get had another picture.
    case taken(String)
  }

  mutating func recall(_ url: String) throws -> Answer {
    guard let line = try journal.entry(of: url) else { return .nothing }
    switch reader.read(line, of: url) {
    case .fetched(let picture, let state):
      return FileState(of: base + picture.path) == state
        ? .picture(picture) : .lost(path: picture.path)
    case .failed(let failed) where !retriesFailed: return .failed(failed)
    case .taken(let path) where !retriesFailed: return .taken(path)
    case .failed, .taken, .named, nil: return .nothing
    }
  }

  /// Keeps what became of a URL.
  ///
  /// What may go better another time is not kept.
  mutating func keep(_ settled: Settled, attempts: Int, of url: String) throws {
    switch settled {
    case .picture(let picture, let state):
      try journal.append(JournalEntry.fetched(picture, state).json(url: url), of: url)
    case .failed(let failure) where !failure.isTemporary:
      let failed = Failed(failure: failure, attempts: attempts)
      try journal.append(JournalEntry.failed(failed).json(url: url), of: url)
    case .failed: break
    case .taken(let path): try journal.append(JournalEntry.taken(path).json(url: url), of: url)
    }
  }

  /// Keeps that the picture of a URL has a further name.
  mutating func keep(_ name: String, of url: String) throws {
    let key = JournalEntry.key(of: name, url: url)
    try journal.append(JournalEntry.named.json(url: key), of: key)
  }

  /// Whether the picture of a URL got this further name.
  mutating func knows(_ name: String, of url: String) throws -> Bool {
    let key = JournalEntry.key(of: name, url: url)
    guard let line = try journal.entry(of: key) else { return false }
    return reader.read(line, of: key) != nil
  }
}
