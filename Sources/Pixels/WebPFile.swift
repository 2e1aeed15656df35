/// A WebP as a row of chunks (RFC 9649 section 2.3).
enum WebPFile {
  private static let metadata = ["EXIF", "XMP ", "ICCP"].map { Array($0.utf8)[...] }
  private static let extended = Array("VP8X".utf8)[...]
  /// The bits of the first byte of VP8X that tell of `metadata`.
  private static let flags: UInt8 = 0x2C

  /// The file with nothing in it but the picture: libvips before 8.15 adds an EXIF of its own,
  /// whatever it is told.
  static func withoutMetadata(_ file: [UInt8]) -> [UInt8] {
    var chunks = [UInt8]()
    var start = 12
    while start + 8 <= file.count {
      let size = (0..<4).reduce(0) { $0 | Int(file[start + 4 + $1]) << (8 * $1) }
      let end = min(start + 8 + size + size % 2, file.count)
      append(file[start..<end], to: &chunks)
      start = end
    }
    let size = chunks.count + 4
    return file[..<4] + (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } + file[8..<12]
      + chunks
  }

  private static func append(_ chunk: ArraySlice<UInt8>, to chunks: inout [UInt8]) {
    let name = chunk.prefix(4)
    if metadata.contains(name) { return }
    let place = chunks.count + 8
    chunks += chunk
    if name == extended, place < chunks.count { chunks[place] &= ~flags }
  }
}
