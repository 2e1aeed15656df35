internal import Glibc

/// Lends the lines of one or several inputs, one after the other, out of one large buffer.
///
/// Plain, gzip and zstd inputs are told apart by their first bytes. A byte order mark at the
/// start is passed over, `\r\n` is a line end too, and the last line needs none.
public struct LineReader: ~Copyable {
  /// What a line may have at most unless told otherwise: 64 MiB.
  public static let defaultLimit = 64 << 20
  /// So many bytes behind each lent line may be looked at, though they mean nothing.
  public static let overhang = RawBuffer.overhang

  private var source: ByteSource
  /// The files still to be read.
  private var following: ArraySlice<String>
  private var buffer = RawBuffer(capacity: 1 << 18)
  private let limit: Int
  private var number = 0
  /// How many lines there were in the inputs before this one.
  private var before = 0
  /// Bytes of the present line that are known to hold no line end.
  private var searched = 0
  /// Bytes to let go before the next line: those of the line last lent.
  private var lent = 0
  private var isInLongLine = false
  private var isStarted = false
  private var sourceIsAtEnd = false

  /// Reads lines of at most `limit` bytes.
  public init(_ descriptor: consuming Descriptor, limit: Int = defaultLimit) {
    source = ByteSource(descriptor)
    following = []
    self.limit = limit
  }

  /// Reads the named files in turn, the standard input where a name is `-` or none is given.
  /// - Throws: `StreamError` of kind `cannotOpen`, for the further files when their turn comes.
  public static func files(
    _ paths: [String], limit: Int = defaultLimit
  ) throws(StreamError) -> LineReader {
    var reader = LineReader(try .input(paths.first ?? "-"), limit: limit)
    reader.following = paths.dropFirst()
    return reader
  }

  /// The input's name as its user knows it.
  public var name: String { source.name }

  /// The number of the line last lent, from 1 in its input.
  public var lineNumber: Int { number }

  /// Whether the input is a file on a disk, not a pipe.
  public var isRegularFile: Bool { source.isRegularFile }

  /// Whether nothing more will come: told apart from an input that is idle.
  public private(set) var isAtEnd = false

  /// The input's number, to wait until it has something to read.
  public var descriptorNumber: Int32 { source.descriptorNumber }

  /// The next line, or `nil` at the end.
  ///
  /// Before it waits for an idle input, it flushes `writer`, so that what was made of the
  /// lines so far is seen downstream.
  /// - Throws: `StreamError`, also that of the writer.
  @_lifetime(&self)
  public mutating func next(flushing writer: inout LineWriter) throws(StreamError) -> Line? {
    while true {
      if let extent = try findLine() { return lend(extent) }
      if isAtEnd { return nil }
      try writer.flush()
      source.wait()
    }
  }

  /// The next line, or `nil` at the end.
  @_lifetime(&self)
  public mutating func next() throws(StreamError) -> Line? {
    while true {
      if let extent = try findLine() { return lend(extent) }
      if isAtEnd { return nil }
      source.wait()
    }
  }

  /// Waits until there is something to read, or a signal arrives.
  public func wait() { source.wait() }

  /// The next line if it can be had without waiting; otherwise `nil`, as at the end.
  @_lifetime(&self)
  public mutating func nextIfReady() throws(StreamError) -> Line? {
    guard let extent = try findLine() else { return nil }
    return lend(extent)
  }

  private struct Extent {
    var count: Int
    var isWhole: Bool
    var isStart: Bool
    var isEnd: Bool
  }

  /// The next line if it is there; otherwise the input is idle, or `isAtEnd`.
  private mutating func findLine() throws(StreamError) -> Extent? {
    if lent > 0 {
      buffer.consume(lent)
      (lent, searched) = (0, 0)
    }
    while true {
      if let end = findLineEnd() { return take(end, consuming: end + 1, isEnd: true) }
      searched = buffer.count
      if searched > limit { return take(searched, consuming: searched, isEnd: false) }
      if sourceIsAtEnd {
        if let last = takeLast() { return last }
        guard try openFollowing() else { return nil }
      }
      guard source.isReady else { return nil }
      try fill()
    }
  }

  private mutating func openFollowing() throws(StreamError) -> Bool {
    guard let path = following.popFirst() else {
      isAtEnd = true
      return false
    }
    source = ByteSource(try .input(path))
    before += number
    (number, isStarted, sourceIsAtEnd) = (0, false, false)
    return true
  }

  private func findLineEnd() -> Int? {
    let bytes = unsafe buffer.bytes
    guard bytes.count > searched, let start = bytes.baseAddress else { return nil }
    let found = unsafe memchr(start + searched, 0x0A, bytes.count - searched)
    return unsafe found.map { unsafe UnsafeRawPointer($0) - start }
  }

  /// The last line needs no line end.
  private mutating func takeLast() -> Extent? {
    guard searched > 0 || isInLongLine else { return nil }
    return take(searched, consuming: searched, isEnd: true)
  }

  private mutating func take(_ count: Int, consuming consumed: Int, isEnd: Bool) -> Extent {
    lent = consumed
    if !isInLongLine { number += 1 }
    let isStart = !isInLongLine
    isInLongLine = !isEnd
    return Extent(
      count: count, isWhole: isStart && isEnd && count <= limit, isStart: isStart, isEnd: isEnd)
  }

  @_lifetime(&self)
  private mutating func lend(_ extent: Extent) -> Line {
    let bytes = unsafe buffer.bytes
    let hasReturn = unsafe extent.isEnd && extent.count > 0 && bytes[extent.count - 1] == 0x0D
    let line = unsafe UnsafeBufferPointer<UInt8>(
      start: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
      count: extent.count - (hasReturn ? 1 : 0))
    let (name, number, ordinal) = (name, number, before + number)
    let span = unsafe _overrideLifetime(line.span, mutating: &self)
    return Line(
      span, input: name, number: number, ordinal: ordinal, isWhole: extent.isWhole,
      isStart: extent.isStart, isEnd: extent.isEnd)
  }

  private mutating func fill() throws(StreamError) {
    if unsafe buffer.free.count < 1 << 16 { buffer.reserve(1 << 16) }
    let read = try unsafe source.read(into: buffer.free)
    buffer.commit(read)
    sourceIsAtEnd = read == 0
    if !isStarted { skipByteOrderMark() }
  }

  /// RFC 8259 section 8.1 lets a parser pass over it.
  private mutating func skipByteOrderMark() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if unsafe buffer.bytes.starts(with: mark) {
      buffer.consume(mark.count)
      searched = 0
      isStarted = true
    } else {
      isStarted = unsafe sourceIsAtEnd || !mark.starts(with: buffer.bytes)
    }
  }
}
