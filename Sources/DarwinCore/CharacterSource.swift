internal import Archives

/// The characters of one member as UTF-8, whatever its encoding.
///
/// A byte order mark is passed over and decides, whatever the descriptor says. What has no
/// character becomes the byte 0xFF, which is no UTF-8 and is told later as any other.
struct CharacterSource: ~Copyable {
  private let bytes: ReadAhead
  private var decoder: CharacterDecoder?
  /// The first bytes behind the mark.
  private var first: ArraySlice<UInt8> = []

  static func open(
    _ member: ArchiveMember, of archive: Archive, encoding: TextEncoding
  ) throws(DarwinCoreError) -> CharacterSource {
    let bytes = try reading { () throws(ArchiveError) in try ReadAhead.open(member, of: archive) }
    var source = CharacterSource(bytes: bytes, decoder: nil)
    try source.readMark(encoding)
    return source
  }

  private init(bytes: consuming ReadAhead, decoder: CharacterDecoder?) {
    self.bytes = bytes
    self.decoder = decoder
  }

  private mutating func readMark(_ declared: TextEncoding) throws(DarwinCoreError) {
    var start = [4 of UInt8](repeating: 0)
    var count = 0
    while count < start.count {
      let free = count..<start.count
      let read = try readBytes(into: &start, free)
      if read == 0 { break }
      count += read
    }
    let all = (0..<count).map { start[$0] }
    let (encoding, mark) = ByteOrderMark.encoding(of: all, declared: declared)
    first = all.dropFirst(mark)
    decoder = CharacterDecoder(encoding)
  }

  private func readBytes(
    into start: inout [4 of UInt8], _ free: Range<Int>
  ) throws(DarwinCoreError) -> Int {
    var span = start.mutableSpan
    return try unsafe span.withUnsafeMutableBytes { bytes throws(DarwinCoreError) in
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[free])
      return try unsafe readBytes(into: part)
    }
  }

  private func readBytes(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(DarwinCoreError) -> Int {
    do { return try unsafe bytes.read(into: buffer) } catch { throw DarwinCoreError(error) }
  }

  /// Reads at least one byte of UTF-8, as many as are there and fit; 0 is the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(DarwinCoreError) -> Int {
    guard decoder != nil else { return try unsafe readPlain(into: buffer) }
    // One byte can become three.
    let piece = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer.suffix(buffer.count / 4))
    while true {
      let count = try unsafe readPlain(into: piece)
      let input = unsafe UnsafeRawBufferPointer(rebasing: piece[..<count])
      let written = unsafe decoder?.decode(input, into: buffer) ?? 0
      if count == 0 || written > 0 { return written }
    }
  }

  private mutating func readPlain(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(DarwinCoreError) -> Int {
    if first.isEmpty { return try unsafe readBytes(into: buffer) }
    unsafe buffer.copyBytes(from: first)
    defer { first = [] }
    return first.count
  }
}
