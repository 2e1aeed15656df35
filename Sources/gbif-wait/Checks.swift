import Archives
import Fetching
import GBIF
import Invocation

/// The files of which all bytes are there, looked into one after the other.
struct Checks {
  /// What came of a look.
  enum Outcome {
    case whole(IncomingFile)
    case damaged(IncomingFile, reason: String)
  }

  private var files: [IncomingFile] = []
  private var present: FileCheck?
  private let diagnostics: Diagnostics

  init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }

  /// Whether all have been looked into.
  var isEmpty: Bool { files.isEmpty && present == nil }

  /// The names of those that have not.
  var names: [String] { (present.map { [$0.file.path] } ?? []) + files.map(\.path) }

  /// How far the present one is, for people.
  var text: String? {
    present.map { "checking, \(100 * $0.position / max(1, $0.file.count))%" }
  }

  mutating func add(_ file: IncomingFile) { files.append(file) }

  /// Goes on a little; gives the file that it came to the end of.
  mutating func goOn() -> Outcome? {
    if isEmpty { return nil }
    let file = present?.file ?? files.removeFirst()
    do throws(ArchiveError) {
      if present == nil { present = try FileCheck(file) }
      if try present?.goOn() ?? false { return nil }
    } catch {
      present = nil
      let words = [error.member, error.reason].compactMap(\.self)
      return .damaged(file, reason: words.joined(separator: ": "))
    }
    tellOpenTables()
    present = nil
    return .whole(file)
  }

  private func tellOpenTables() {
    guard let present else { return }
    for table in present.openTables {
      diagnostics.say("\(present.file.path): \(table) stops in the middle of a row")
    }
  }
}
