/// BMP (Microsoft, *Bitmap Storage*; OS/2 in its two versions).
///
/// The size of the file that its header tells is often wrong, so that the end is reckoned
/// from the pixels.
enum BMPHeader {
  /// The sizes that the second header has in its many versions.
  private static let headerSizes: Set = [12, 16, 40, 52, 56, 64, 108, 124]

  /// Two letters are little: the second header must be one that is known.
  static func isSigned(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.starts(with: Array("BM".utf8)) else { return false }
    var cursor = ByteCursor(bytes, .littleEndian)
    cursor.seek(to: 14)
    return cursor.uint32().map(headerSizes.contains) ?? false
  }

  static func read(_ bytes: Span<UInt8>) -> ImageFacts {
    var facts = ImageFacts()
    var cursor = ByteCursor(bytes, .littleEndian)
    cursor.skip(10)
    guard let pixels = cursor.uint32(), let headerSize = cursor.uint32() else { return facts }
    let isOld = headerSize == 12
    let width = isOld ? cursor.uint16() : cursor.int32()
    // Rows from the top down have a negative number.
    let height = (isOld ? cursor.uint16() : cursor.int32()).map(abs)
    facts.setSize(width, height)
    cursor.skip(2)
    guard let width = facts.width, let height = facts.height, let depth = cursor.uint16() else {
      return facts
    }
    let coded = headerSize < 40 ? nil : codedLength(&cursor)
    facts.isComplete = bytes.count - pixels >= coded ?? plainLength(width, height, depth)
    return facts
  }

  /// The bytes of pixels that are not packed: rows filled up to 32 bits.
  private static func plainLength(_ width: Int, _ height: Int, _ depth: Int) -> Int {
    let (length, overflow) = ((width * depth + 31) / 32 * 4).multipliedReportingOverflow(by: height)
    return overflow ? .max : length
  }

  /// The bytes of pixels that are packed (run lengths, JPEG, PNG); `nil` of others.
  private static func codedLength(_ cursor: inout ByteCursor) -> Int? {
    guard let compression = cursor.uint32(), let length = cursor.uint32() else { return nil }
    return [1, 2, 4, 5].contains(compression) ? length : nil
  }
}
