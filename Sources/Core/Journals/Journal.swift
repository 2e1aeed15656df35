public import ByteStreams
internal import Glibc

/// What was done, so that it is not done again: a folder of append-only segments, one a
/// process, of entries that are JSON objects with a member for their key, such as a `url`.
///
/// All segments are read when it is opened, and the last entry of a key counts. An entry that
/// a killed process left torn is no JSON object, and is passed over.
public struct Journal: ~Copyable {
  private var entries: JournalEntries
  private let own: Segment
  private let lock: JournalLock
  /// By the hash of their key.
  private var leftovers: [UInt64: [String]] = [:]

  /// How many keys it knows.
  public var count: Int { entries.count }

  /// The start of the names under which this process may leave unfinished files of a key.
  public func unfinishedPrefix(of key: String) -> String {
    UnfinishedName.prefix(own.path, JournalEntries.hash(key))
  }

  /// The path of this process's segment, without its suffix: for another file that it alone
  /// writes.
  public var ownPath: String { String(own.path.dropLast(Segment.suffix.count)) }

  /// Opens the journal in `folder`, which is made where it is missing, reads it, and removes
  /// the unfinished files of processes that are gone, but for those that have another name too.
  ///
  /// The key of an entry is its `member`. With `byFile` entries can be asked for by the file of
  /// which they tell, too. Waits while another process removes files of which it tells.
  public static func open(
    _ folder: String, keyedBy member: String = "url", byFile: Bool = false
  ) throws(StreamError) -> Journal {
    // With a slash, a file of that name is none of a folder.
    if unsafe mkdir(folder, 0o777) == -1, unsafe errno != EEXIST || access(folder + "/", F_OK) == -1
    {
      throw .last(.cannotCreate, folder)
    }
    let lock = try JournalLock.share(folder)
    let names = try Directory.names(in: folder)
    let own = try Segment.create(in: folder)
    var entries = JournalEntries(keyedBy: member, byFile: byFile)
    for name in names where name.hasSuffix(Segment.suffix) {
      guard let segment = try Segment.open("\(folder)/\(name)") else { continue }
      if try !entries.read(segment) { segment.removeIfAbandoned() }
    }
    entries.append(own)
    var journal = Journal(entries: entries, own: own, lock: lock)
    journal.removeUnfinished(of: names, in: folder)
    return journal
  }

  private init(entries: consuming JournalEntries, own: Segment, lock: JournalLock) {
    self.entries = entries
    self.own = own
    self.lock = lock
  }

  deinit { own.removeIfEmpty() }

  /// Unfinished files of a key that were given another name by a process that was killed before
  /// it could tell, and perhaps some of other keys with the same hash.
  public func leftovers(of key: String) -> [String] {
    leftovers.isEmpty ? [] : leftovers[JournalEntries.hash(key)] ?? []
  }

  /// Removes the unfinished names of a key's leftovers.
  public mutating func removeLeftovers(of key: String) {
    if leftovers.isEmpty { return }
    for path in leftovers.removeValue(forKey: JournalEntries.hash(key)) ?? [] {
      _ = unsafe unlink(path)
    }
  }

  /// The last entry of a key; in rare cases that of another one with the same hash, which the
  /// entry itself tells.
  public func entry(of key: String) throws(StreamError) -> [UInt8]? { try entries.entry(of: key) }

  /// The last entry that tells of the file of this name, in rare cases of another one with the
  /// same hash: as its picture's `path`, or behind the NUL in its key.
  public func entry(ofFile path: String) throws(StreamError) -> [UInt8]? {
    try entries.entry(ofFile: path)
  }

  /// Whether there is an entry of a key, or in rare cases of another one with the same hash.
  public func has(_ key: String) -> Bool { entries.has(key) }

  /// The state in which a file was written; `nil` where no entry tells of one.
  func state(in entry: WrittenEntry) throws(StreamError) -> FileState? {
    try entries.state(in: entry)
  }

  /// Adds an entry; it is in the file when this returns.
  public mutating func append(_ entry: [UInt8], of key: String) throws(StreamError) {
    entries.note(key, at: try own.append(entry + [0x0A]))
  }

  /// Files named after a segment that nobody holds any more.
  private mutating func removeUnfinished(of names: [String], in folder: String) {
    let unfinished = names.compactMap { UnfinishedName($0) }
    // A further link of a file would make that one look finished.
    for name in unfinished.filter(\.isCopy) + unfinished.filter({ !$0.isCopy })
    where isAbandoned("\(folder)/\(name.segment)") {
      let path = "\(folder)/\(name.name)"
      if let hash = name.hash, Self.hasAnotherName(path) {
        leftovers[hash, default: []].append(path)
      } else {
        _ = unsafe unlink(path)
      }
    }
  }

  private static func hasAnotherName(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_nlink > 1
  }

  /// Whether nobody will write to a segment; one that can't be opened may be somebody's.
  private func isAbandoned(_ path: String) -> Bool {
    do {
      return try Segment.open(path)?.isHeld != true
    } catch {
      return false
    }
  }
}
