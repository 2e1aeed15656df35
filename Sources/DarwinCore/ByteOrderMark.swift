/// The mark that may stand at the start of a text (Unicode 15, section 23.8).
enum ByteOrderMark {
  /// The encoding that the mark tells, else the zeros in it, else the declared one, and the
  /// length of the mark.
  static func encoding(of start: [UInt8], declared: TextEncoding) -> (TextEncoding, length: Int) {
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if declared == .utf16LittleEndian || declared == .utf16BigEndian { return (declared, 0) }
    return (withoutMark(start) ?? (declared == .utf16 ? .utf16LittleEndian : declared), 0)
  }

  /// Of two letters of ASCII every second byte is a zero in UTF-16, and none in all others.
  private static func withoutMark(_ start: [UInt8]) -> TextEncoding? {
    guard start.count >= 4 else { return nil }
    switch start[..<4].map({ $0 == 0 }) {
    case [false, true, false, true]: return .utf16LittleEndian
    case [true, false, true, false]: return .utf16BigEndian
    default: return nil
    }
  }
}
