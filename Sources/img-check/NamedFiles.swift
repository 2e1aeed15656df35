import ByteStreams
import ImageRecords
import Records
import Sorting

/// The files below a folder that records name, as their picture or as the one before.
struct NamedFiles: ~Copyable {
  private let prefix: String
  private let fields: [Field]
  private var sorter = LineSorter()
  /// How many times a file was named that is there.
  private(set) var count = 0
  /// A path that leads nobody knows where, perhaps to a file in the folder.
  private(set) var unfollowed: String?

  /// Of the files below `folder`; asks `scanner` for the fields that name them.
  init(in folder: PrunedFolder, _ scanner: inout RecordScanner) {
    prefix = folder.prefix
    fields = ["image", "original"].map { scanner.field(FieldPath(names: [$0, "path"])) }
  }

  /// Takes the files that a record names, by where their paths lead in the end.
  mutating func take(_ record: borrowing Record, _ folder: BaseFolder) throws {
    for field in fields {
      guard let path = record.string(field) else { continue }
      switch folder.end(of: path) {
      case .inside(let place): if try note(place) { count += 1 }
      // What is elsewhere is not pruned either.
      case .outside: continue
      // It may be there before the end.
      case .nowhere: try note(folder.names(of: path)?.joined(separator: "/") ?? "")
      case .unknown: unfollowed = unfollowed ?? path
      }
    }
  }

  /// Notes a file, if it lies below the folder.
  @discardableResult
  private mutating func note(_ place: String) throws(StreamError) -> Bool {
    guard place.utf8.starts(with: prefix.utf8) else { return false }
    let nothing: [UInt8] = []
    try sorter.append(nothing.span, key: Array(place.utf8))
    return true
  }

  /// The files in the order of their names.
  consuming func finish() throws(StreamError) -> SortedLines { try sorter.finish() }
}
