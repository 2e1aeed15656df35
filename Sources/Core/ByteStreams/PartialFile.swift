internal import Glibc

/// A file that comes in over several tries, also of several runs, and is whole or absent
/// under its own name.
///
/// Until then its bytes lie in `PATH.part`, which outlives the process, and a note about them
/// in `PATH.part.note`. The note is there before the first byte, so that it always belongs to
/// the bytes. One process at a time has the file.
public struct PartialFile: ~Copyable {
  /// The name that it gets in the end.
  public let path: String
  /// How many bytes are there.
  public private(set) var count: Int
  /// What was noted about the bytes that are there; empty where there are none.
  public private(set) var note: [UInt8]
  private var descriptor: Descriptor

  private init(path: String, _ descriptor: consuming Descriptor) throws(StreamError) {
    self.path = path
    let number = descriptor.number
    count = Int(try check(.inputOutput, descriptor.name) { lseek(number, 0, SEEK_END) })
    self.descriptor = descriptor
    note = []
  }

  /// Takes up what earlier tries left, or begins.
  /// - Throws: `StreamError`; of kind `cannotCreate` also where another process has it.
  public static func open(_ path: String) throws(StreamError) -> PartialFile {
    var file = try PartialFile(path: path, try openLocked(path + ".part"))
    if file.count > 0 { file.note = try read(file.notePath) }
    return file
  }

  private var notePath: String { path + ".part.note" }

  /// Adds bytes.
  public mutating func append(_ bytes: borrowing Span<UInt8>) throws(StreamError) {
    try unsafe bytes.withUnsafeBytes { bytes throws(StreamError) in
      try unsafe descriptor.write(all: bytes)
    }
    count += bytes.count
  }

  /// Forgets all bytes, and notes something about those to come.
  ///
  /// The corresponding C function is `ftruncate`.
  public mutating func restart(note: [UInt8]) throws(StreamError) {
    let number = descriptor.number
    try check(.inputOutput, descriptor.name) { ftruncate(number, 0) }
    try check(.inputOutput, descriptor.name) { lseek(number, 0, SEEK_SET) }
    count = 0
    self.note = note
    var writer = LineWriter(try OutputFile.create(notePath))
    writer.append(note.span)
    try writer.endLine()
    try writer.finish()
  }

  /// Puts the file on the disk and gives it its name.
  ///
  /// The note goes first: what is left without one can only be whole.
  public consuming func commit() throws(StreamError) {
    try descriptor.synchronize()
    removeNote()
    let (path, part) = (path, descriptor.name)
    try check(.cannotCreate, path) { unsafe rename(part, path) }
  }

  /// Removes the bytes that are there.
  public consuming func discard() {
    removeNote()
    _ = unsafe unlink(descriptor.name)
  }

  private func removeNote() { _ = unsafe unlink(notePath) }
}

extension PartialFile {
  /// Opens and locks a file.
  private static func openLocked(_ path: String) throws(StreamError) -> Descriptor {
    while true {
      let descriptor = try Descriptor.writing(path, flags: O_CREAT | O_NOFOLLOW, named: path)
      guard descriptor.lock() != .others else {
        throw StreamError(.cannotCreate, path, "another process is at it")
      }
      // Who had it before may have given it its name meanwhile.
      if descriptor.hasName(path) { return descriptor }
    }
  }

  private static func read(_ path: String) throws(StreamError) -> [UInt8] {
    guard Descriptor.canRead(path) else { return [] }
    var lines = LineReader(try .reading(path))
    guard let line = try lines.next() else { return [] }
    return line.bytes.indices.map { line.bytes[$0] }
  }
}
