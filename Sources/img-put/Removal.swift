import ByteStreams
import Glibc
import ImageRecords
import Journals
import Records

/// Removes files that were sent, if a journal says that this kit wrote them and they are as they
/// were written.
struct Removal {
  enum Outcome {
    case removed
    /// No journal knows it, or not as it is now.
    case kept
    case absent
  }

  /// A journal that stays open.
  private final class Opened {
    var files: WrittenFiles

    init(_ files: consuming WrittenFiles) { self.files = files }
  }

  private let folder: BaseFolder
  private let isDry: Bool
  private var opened: [ByteText: Opened?] = [:]

  init(_ folder: BaseFolder, isDry: Bool) {
    self.folder = folder
    self.isDry = isDry
  }

  /// Removes the file that was sent to `place` when it was in a state; a dry run tells only what
  /// would be.
  mutating func remove(
    _ names: [String], in state: FileState, sentTo place: String
  ) throws(StreamError) -> Outcome {
    guard let present = FileState(of: "\(folder.path)/\(names.joined(separator: "/"))") else {
      return .absent
    }
    guard present == state, let writer = try writer(of: names, in: state) else { return .kept }
    if isDry { return .removed }
    // First that it is not missing: whoever kills this process leaves a file too many, not one
    // that is fetched again.
    try writer.journal.files.note(writer.path, sentTo: place)
    return try folder.remove(names, in: state) ? .removed : .kept
  }

  /// The journal that knows a file in this state, and the file's path from there on.
  private mutating func writer(
    of names: [String], in state: FileState
  ) throws(StreamError) -> (journal: Opened, path: String)? {
    for depth in names.indices.reversed() {
      let path = names[depth...].joined(separator: "/")
      for name in PictureFolder.journals {
        let parts = [folder.path] + names[..<depth] + [name]
        guard let journal = try open(parts.joined(separator: "/")),
          try journal.files.state(of: path) == state
        else { continue }
        return (journal, path)
      }
    }
    return nil
  }

  private mutating func open(_ path: String) throws(StreamError) -> Opened? {
    if let known = opened[ByteText(path)] { return known }
    let isThere = unsafe access(path, F_OK) == 0
    let journal = isThere ? Opened(try .open(path)) : nil
    opened[ByteText(path)] = .some(journal)
    return journal
  }
}
