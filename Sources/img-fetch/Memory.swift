import ByteStreams
import Fetching
import ImageRecords
import Invocation
import Journals
import Records
import SizeVariants

/// What earlier runs did, and this one.
struct Memory: ~Copyable {
  private var journal: Journal
  private var recollection: Recollection
  /// Paths are kept from the folder of the pictures on, so that it may be moved.
  private let folder: String
  private let base: String
  private let maxSide: Int?
  private let maxBytes: Int

  /// Opens the journal below the folder of the pictures.
  static func open(_ options: ImgFetch, base: String) throws -> Memory {
    let folder = folder(of: options, base: base)
    try Directory.create(for: folder)
    return Memory(try .open(folder), options, base: base)
  }

  /// The folder of the journal.
  static func folder(of options: ImgFetch, base: String) -> String {
    "\(base)\(options.folder).img-fetch"
  }

  private init(_ journal: consuming Journal, _ options: ImgFetch, base: String) {
    self.journal = journal
    recollection = Recollection(options, base: base)
    self.base = base
    folder = options.folder
    maxSide = options.maxSide
    maxBytes = options.maxBytes.bytes
  }

  /// The path of what this process alone writes beside the journal, without a suffix.
  var ownPath: String { journal.ownPath }

  /// The start of the names of a URL's unfinished files.
  func unfinishedPrefix(of url: String) -> String { journal.unfinishedPrefix(of: url) }

  /// What of earlier runs is a URL's own, of which the journal says that it is at `path`, and
  /// whose picture may get `name` now.
  mutating func ownFiles(
    of url: String, at path: String?, or name: PictureName, isWhole: Bool = false
  ) throws -> OwnFiles {
    var known: [String] = []
    if journal.has(url) {
      for name in name.paths where try knows(name, of: url) { known.append(name) }
    }
    return OwnFiles(
      path: path, furtherNames: known, leftovers: journal.leftovers(of: url), isWhole: isWhole)
  }

  /// What is known of a URL.
  mutating func recall(_ url: String) throws -> Recollection.Answer {
    let answer = recollection.answer(try journal.entry(of: url), of: url)
    switch answer {
    case .picture, .sent: journal.removeLeftovers(of: url)
    case .nothing, .earlier, .failed, .taken: break
    }
    return answer
  }

  /// Failures without a request.
  private static let costless: Set = ["bad_url", "refused_address"]

  /// Keeps what became of a URL.
  ///
  /// What may go better another time is not kept, nor is what cost no host anything, nor what
  /// would make a smaller picture forgotten that is there.
  mutating func keep(
    _ settled: Settled, attempts: Int, of url: String, after earlier: OwnFiles
  ) throws {
    switch settled {
    case .picture(var picture, let state):
      // Its first name of then is a further one from now on.
      if let path = earlier.path, ByteText(path) != ByteText(picture.path) {
        try keep(path, of: url)
      }
      picture.path = below(picture.path)
      let side = picture.url.map(ByteText.init) == ByteText(url) ? nil : maxSide
      try journal.append(JournalEntry.fetched(picture, state, side: side).json(url: url), of: url)
      journal.removeLeftovers(of: url)
    case _ where earlier.isWhole: break
    case .failed(let failure) where !failure.isTemporary && !Self.costless.contains(failure.error):
      let failed = Failed(failure: failure, attempts: attempts)
      try journal.append(JournalEntry.failed(failed, limit: maxBytes).json(url: url), of: url)
    case .failed: break
    case .taken(let path):
      try journal.append(JournalEntry.taken(below(path)).json(url: url), of: url)
    }
  }

  /// A path from the folder of the pictures on.
  private func below(_ path: String) -> String {
    String(Substring(path.utf8.dropFirst(folder.utf8.count)))
  }

  /// Keeps that the picture of a URL has a further name.
  mutating func keep(_ name: String, of url: String) throws {
    let key = JournalEntry.key(of: below(name), url: url)
    try journal.append(JournalEntry.named().json(url: key), of: key)
  }

  /// Whether the picture of a URL got this further name.
  mutating func knows(_ name: String, of url: String) throws -> Bool {
    try isSent(name, of: url) != nil
  }

  /// Whether the picture of a URL was sent away under this further name, and is not there.
  mutating func hasSent(_ name: String, of url: String) throws -> Bool {
    guard FileState(of: base + name) == nil else { return false }
    return try isSent(name, of: url) == true
  }

  private mutating func isSent(_ name: String, of url: String) throws -> Bool? {
    let key = JournalEntry.key(of: below(name), url: url)
    return recollection.isSent(try journal.entry(of: key), under: key)
  }
}
