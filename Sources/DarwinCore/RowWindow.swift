internal import Glibc

/// The bytes of the present row and of what was read behind it, in one piece.
@safe struct RowWindow: ~Copyable {
  /// Bytes behind the last that may be looked at (not used).
  static let overhang = 64
  /// A row may have this many bytes at most.
  static let rowLimit = 64 << 20
  private static let pieceSize = 1 << 18
  private static let sampleSize = 1 << 16

  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity = pieceSize * 2
  private var start = 0
  private var end = 0
  /// Whether nothing comes behind these bytes.
  private(set) var isAtEnd = false
  /// What was found wrong with the bytes behind these.
  private var fault: DarwinCoreError?

  init() {
    fault = nil
    unsafe storage = .allocate(capacity: capacity + Self.overhang)
    unsafe storage.initialize(repeating: 0, count: capacity + Self.overhang)
  }

  deinit { unsafe storage.deallocate() }

  /// Where the present row begins.
  var row: UnsafePointer<UInt8> { unsafe UnsafePointer(storage + start) }

  /// How many bytes are there from the row's beginning on.
  var available: Int { end - start }

  /// All bytes from the row's beginning on.
  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: row, count: available)
  }

  /// Reads so much of a member that its line ends are seen.
  ///
  /// What is wrong behind its first rows is told after these.
  mutating func fillSample(from source: inout CharacterSource?) {
    do {
      while available < Self.sampleSize, !isAtEnd { _ = try fill(from: &source) }
    } catch {
      fault = error
    }
  }

  /// Goes to the next row, behind `count` bytes of this.
  mutating func consume(_ count: Int) { start += count }

  /// Forgets what is there, for another member.
  mutating func reset() { (start, end, isAtEnd, fault) = (0, 0, false, nil) }

  /// Reads more behind what is there; false where the present row is too long.
  mutating func fill(from source: inout CharacterSource?) throws(DarwinCoreError) -> Bool {
    if let fault { throw fault }
    if available > Self.rowLimit { return false }
    makeRoom()
    let free = unsafe UnsafeMutableRawBufferPointer(start: storage + end, count: capacity - end)
    let count = try unsafe source?.read(into: free) ?? 0
    end += count
    isAtEnd = count == 0
    return true
  }

  private mutating func makeRoom() {
    let count = available
    if capacity - count < Self.pieceSize {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + Self.overhang)
      unsafe memcpy(larger, storage + start, count)
      unsafe memset(larger + count, 0, 2 * capacity + Self.overhang - count)
      unsafe storage.deallocate()
      unsafe storage = larger
      capacity *= 2
    } else if start > 0 {
      unsafe memmove(storage, storage + start, count)
    }
    (start, end) = (0, count)
  }
}
