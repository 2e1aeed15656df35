public import ByteStreams
internal import Glibc
internal import Records

/// What was done, so that it is not done again: a folder of append-only segments, one a
/// process, of entries that are JSON objects with a member for their key, such as a `url`.
///
/// All segments are read when it is opened, and the last entry of a key counts. An entry that
/// a killed process left torn is no JSON object, and is passed over.
public struct Journal: ~Copyable {
  private(set) var segments: [Segment] = []
  private var index = JournalIndex()
  /// By the names of files, where these were asked for.
  private var files: JournalIndex?
  let own: Segment
  /// By the hash of their key.
  private var leftovers: [UInt64: [String]] = [:]

  /// How many keys it knows.
  public var count: Int { index.count }

  /// The start of the names under which this process may leave unfinished files of a key.
  public func unfinishedPrefix(of key: String) -> String {
    UnfinishedName.prefix(own.path, Self.hash(key))
  }

  /// The path of this process's segment, without its suffix: for another file that it alone
  /// writes.
  public var ownPath: String { String(own.path.dropLast(Segment.suffix.count)) }

  /// Opens the journal in `folder`, which is made where it is missing, reads it, and removes
  /// the unfinished files of processes that are gone, but for those that have another name too.
  ///
  /// The key of an entry is its `member`. With `byFile` entries can be asked for by the file of
  /// which they tell, too.
  public static func open(
    _ folder: String, keyedBy member: String = "url", byFile: Bool = false
  ) throws(StreamError) -> Journal {
    // With a slash, a file of that name is none of a folder.
    if unsafe mkdir(folder, 0o777) == -1, unsafe errno != EEXIST || access(folder + "/", F_OK) == -1
    {
      throw .last(.cannotCreate, folder)
    }
    let names = try Directory.names(in: folder)
    let own = try Segment.create(in: folder)
    var journal = Journal(own: own)
    if byFile { journal.files = JournalIndex() }
    for name in names where name.hasSuffix(Segment.suffix) {
      guard let segment = try Segment.open("\(folder)/\(name)") else { continue }
      try journal.read(segment, keyedBy: member)
    }
    journal.removeUnfinished(of: names, in: folder)
    journal.segments.append(own)
    return journal
  }

  private init(own: Segment) { self.own = own }

  deinit { own.removeIfEmpty() }

  /// Unfinished files of a key that were given another name by a process that was killed before
  /// it could tell, and perhaps some of other keys with the same hash.
  public func leftovers(of key: String) -> [String] {
    leftovers.isEmpty ? [] : leftovers[Self.hash(key)] ?? []
  }

  /// Removes the unfinished names of a key's leftovers.
  public mutating func removeLeftovers(of key: String) {
    if leftovers.isEmpty { return }
    for path in leftovers.removeValue(forKey: Self.hash(key)) ?? [] { _ = unsafe unlink(path) }
  }

  /// The last entry of a key; in rare cases that of another one with the same hash, which the
  /// entry itself tells.
  public func entry(of key: String) throws(StreamError) -> [UInt8]? {
    guard let place = index[Self.hash(key)] else { return nil }
    return try segments[place.segment].line(at: place.offset)
  }

  /// The last entry that tells of the file of this name, in rare cases of another one with the
  /// same hash: as its picture's `path`, or behind the NUL in its key.
  public func entry(ofFile path: String) throws(StreamError) -> [UInt8]? {
    guard let place = files?[Self.hash(path)] else { return nil }
    return try segments[place.segment].line(at: place.offset)
  }

  /// Whether there is an entry of a key, or in rare cases of another one with the same hash.
  public func has(_ key: String) -> Bool { index[Self.hash(key)] != nil }

  /// Adds an entry; it is in the file when this returns.
  public mutating func append(_ entry: [UInt8], of key: String) throws(StreamError) {
    let offset = try own.append(entry + [0x0A])
    index.note(Self.hash(key), .init(segment: segments.count - 1, offset: offset))
  }

  private static func hash(_ key: String) -> UInt64 {
    var hash = SipHash(k0: 0)
    for byte in key.utf8 { hash.append(byte) }
    return hash.finish()
  }

  private mutating func read(
    _ segment: Segment, keyedBy member: String
  ) throws(StreamError) {
    var scanner = RecordScanner()
    let key = scanner.field(FieldPath(names: [member]))
    let path = scanner.field(FieldPath(names: ["image", "path"]))
    var offset = 0
    do {
      var lines = try LineReader.files([segment.path])
      while let line = try lines.next() {
        let start = offset
        offset += line.bytes.count + (line.isEnd ? 1 : 0)
        guard let entry = try? scanner.scan(line) else { continue }
        let place = JournalIndex.Place(segment: segments.count, offset: start)
        if let text = entry.text(of: key) { index.note(text.hash(), place) }
        if files == nil { continue }
        if let name = Self.file(entry.string(path), entry.string(key)) {
          files?.note(Self.hash(name), place)
        }
      }
    } catch {
      if !segment.hasName { return }
      throw error
    }
    if offset > 0 { segments.append(segment) } else { segment.removeIfAbandoned() }
  }

  /// The file of which an entry tells, if of any.
  static func file(_ path: String?, _ url: String?) -> String? {
    if let path { return path }
    guard let url, let end = url.utf8.lastIndex(of: 0) else { return nil }
    return String(url[url.utf8.index(after: end)...])
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
