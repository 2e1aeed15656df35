import ByteStreams
import Glibc
import Invocation
import Journals

/// Lists files that no record names, and removes them if that was asked for.
struct Pruning: ~Copyable {
  private let pruned: PrunedFolder
  private let options: PruneOptions
  private let folder: BaseFolder
  private let diagnostics: Diagnostics
  private var emptied: EmptiedFolders
  private var count = 0
  private var bytes = 0
  /// Files that are not as they were written.
  private var changed = 0

  init(
    _ pruned: PrunedFolder, _ options: PruneOptions, _ folder: BaseFolder,
    _ diagnostics: Diagnostics
  ) {
    self.pruned = pruned
    self.options = options
    self.folder = folder
    self.diagnostics = diagnostics
    emptied = EmptiedFolders(below: pruned.prefix)
  }

  /// Prunes what is not among the files that all records named.
  /// - Throws: `Failure` where it can't be known what records name.
  consuming func prune(_ named: consuming NamedFiles?, hasBadLines: Bool) throws {
    guard Signals.interruption == nil, let named else { return }
    if hasBadLines { throw refusal(.badInput, "lines that are no records may name files in it") }
    if let path = named.unfollowed { throw refusal(.noInput, "\(path) can't be followed") }
    if named.count == 0 { throw refusal(.noInput, "no record names a file in it") }
    let locks = options.removes ? try lock() : []
    var unnamed = try UnnamedFiles.find(
      in: pruned.journals, below: pruned.prefix, butFor: named)
    while Signals.interruption == nil, let file = try unnamed.next() { try prune(file) }
    tell(emptied: options.removes ? try emptied.remove(in: folder) : 0)
    withExtendedLifetime(locks) {}
  }

  private func refusal(_ status: ExitStatus, _ reason: String) -> Failure {
    Failure(status, "\(pruned.path): nothing is pruned: \(reason)")
  }

  /// Keeps others out of the journals: a tool whose output was read to its end may need a moment
  /// to go.
  private func lock() throws -> [JournalLock] {
    var locks: [JournalLock] = []
    for journal in pruned.journals {
      var lock = try JournalLock.take(journal)
      for _ in 0..<50 where lock == nil {
        usleep(100_000)
        lock = try .take(journal)
      }
      guard let lock else { throw refusal(.temporary, "another process works in it") }
      locks.append(lock)
    }
    return locks
  }

  private mutating func prune(_ file: WrittenFile) throws {
    guard let names = folder.names(of: file.place) else { return }
    guard let present = try folder.state(of: names) else {
      return emptied.note(folderOf: file.place)
    }
    guard file.states.contains(present) else { return changed += 1 }
    diagnostics.say("\(pruned.path(of: file.place)): no record names it")
    if options.removes {
      guard remove(names, in: present) else { return }
      emptied.note(folderOf: file.place)
    }
    count += 1
    bytes += present.bytes
  }

  /// Removes a file; `false` where it stays.
  private mutating func remove(_ names: [String], in state: FileState) -> Bool {
    do throws(StreamError) {
      let isRemoved = try folder.remove(names, in: state)
      if !isRemoved { changed += 1 }
      return isRemoved
    } catch {
      diagnostics.report(.inputOutput, "\(error)")
      return false
    }
  }

  private func tell(emptied folders: Int) {
    let rest = options.removes ? " removed" : options.delete ? " would be removed" : ""
    var summary = "\(count) files (\(bytes) bytes) that no record names\(rest)"
    if folders > 0 { summary += ", empty folders: \(folders)" }
    if changed > 0 { summary += "; \(changed) are kept, as they were changed since" }
    if count > 0, !options.delete { summary += "; --delete removes them" }
    diagnostics.say(summary)
  }
}
