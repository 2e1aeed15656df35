import ByteStreams
import Journals
import Sorting

/// A file that this kit wrote.
struct WrittenFile {
  /// From the base folder on.
  let place: String
  /// As it was written: more than one where it was written more than once.
  var states: [FileState]
}

/// The files that journals tell of and that no record names, in the order of their names.
struct UnnamedFiles: ~Copyable {
  private var written: SortedLines
  private var named: SortedLines
  private var nextWritten: SortedLine?
  private var nextNamed: SortedLine?

  /// The files below `prefix` of which the journals there tell, but for the named ones.
  static func find(
    in journals: [String], below prefix: String, butFor named: consuming NamedFiles
  ) throws(StreamError) -> UnnamedFiles {
    var sorter = LineSorter()
    for journal in journals {
      try JournalEntries.read(journal).forEachFile { path, state throws(StreamError) in
        try sorter.append(state.line.span, key: Array((prefix + path).utf8))
      }
    }
    var files = UnnamedFiles(written: try sorter.finish(), named: try named.finish())
    files.nextWritten = try files.written.next()
    files.nextNamed = try files.named.next()
    return files
  }

  private init(written: consuming SortedLines, named: consuming SortedLines) {
    self.written = written
    self.named = named
  }

  mutating func next() throws(StreamError) -> WrittenFile? {
    while let file = try nextFile() {
      if try !isNamed(file.place) { return file }
    }
    return nil
  }

  /// All that the journals tell of one file.
  private mutating func nextFile() throws(StreamError) -> WrittenFile? {
    guard let first = nextWritten else { return nil }
    var file = WrittenFile(place: String(decoding: first.key, as: UTF8.self), states: [])
    while let line = nextWritten, line.key == first.key {
      if let state = FileState(line: line.bytes) { file.states.append(state) }
      nextWritten = try written.next()
    }
    return file
  }

  private mutating func isNamed(_ place: String) throws(StreamError) -> Bool {
    while let name = nextNamed, name.key.lexicographicallyPrecedes(place.utf8) {
      nextNamed = try named.next()
    }
    return nextNamed.map { $0.key.elementsEqual(place.utf8) } ?? false
  }
}

extension FileState {
  /// Its two numbers.
  fileprivate var line: [UInt8] { Array("\(bytes) \(modified)".utf8) }

  fileprivate init?(line: [UInt8]) {
    let numbers = String(decoding: line, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    self.init(bytes: numbers[0], modified: numbers[1])
  }
}
