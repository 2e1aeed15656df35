import Archives
import ByteStreams
import Digests
import ImageRecords

/// The bytes of a file, looked at as a whole before the first of them is packed.
struct FileContents {
  /// A larger file is read a second time.
  static let heldAtMost = 32 << 20

  let path: String
  private(set) var size = 0
  private var digits = ""
  private var held: [UInt8] = []

  /// Reads a file.
  /// - Throws: `PictureFault` where it can't be read, or is not what its record tells.
  init(
    _ facts: SampleFacts, at path: String, in folder: BaseFolder
  ) throws(PictureFault) {
    self.path = path
    do throws(StreamError) {
      try read(in: folder, expecting: facts.size ?? 0)
    } catch {
      throw PictureFault(unreadable: error)
    }
    try PictureFault.check(path, size: size, facts.size)
    try PictureFault.check(path, sha256: digits, facts.sha256)
  }

  private mutating func read(in folder: BaseFolder, expecting expected: Int) throws(StreamError) {
    var digest = Digest(.sha256)
    held.reserveCapacity(min(expected, Self.heldAtMost))
    try folder.read(path) { piece in
      digest.append(piece)
      size += piece.count
      guard size <= Self.heldAtMost else { return held = [] }
      unsafe piece.withUnsafeBufferPointer { unsafe held.append(contentsOf: $0) }
    }
    digits = digest.finish()
  }

  /// Adds the file to a tar.
  /// - Throws: `StreamError`, also where it has changed since.
  func append(
    to tar: borrowing TarWriter, as name: String, in folder: BaseFolder
  ) throws(StreamError) {
    if size <= Self.heldAtMost { return try tar.append(name, held.span) }
    var digest = Digest(.sha256)
    var count = 0
    try tar.begin(name, size: size)
    try folder.read(path) { piece throws(StreamError) in
      digest.append(piece)
      count += piece.count
      if count <= size { try tar.append(piece) }
    }
    if digest.finish() != digits {
      throw StreamError(.inputOutput, path, "changed while it was packed")
    }
  }
}
