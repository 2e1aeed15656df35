/// HTML, XML and SVG: what a host sends where it has no image to send.
public enum Markup {
  /// Whether an HTML or XML document begins here, in UTF-8 or UTF-16.
  ///
  /// That is a `<` behind a byte order mark and blanks, followed by a letter (a tag), by `!`
  /// (a doctype or a comment) or by `?` (XML's declaration). No image begins so.
  public static func isMarkup(_ bytes: borrowing Span<UInt8>) -> Bool {
    var units = CodeUnits(copy bytes)
    var unit = units.next()
    while let blank = unit, isBlank(blank) { unit = units.next() }
    guard unit == UInt16(UInt8(ascii: "<")), let next = units.next() else { return false }
    return isOpening(next)
  }

  private static func isBlank(_ unit: UInt16) -> Bool {
    [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(unit)
  }

  private static func isOpening(_ unit: UInt16) -> Bool {
    guard let byte = UInt8(exactly: unit) else { return false }
    return switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
  }

  /// Bytes, or pairs of them where a byte order mark or a zero says so.
  private struct CodeUnits: ~Escapable {
    private var cursor: ByteCursor
    private let width: Int

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) {
      let isBig = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0])
      let isWide = bytes.count > 1 && (bytes[0] == 0 || bytes[1] == 0)
      let hasMark = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      width = isWide || hasMark ? 2 : 1
      cursor = ByteCursor(bytes, isBig ? .bigEndian : .littleEndian)
      cursor.skip(hasMark ? 2 : bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }

    mutating func next() -> UInt16? {
      cursor.number(width).map { UInt16(truncatingIfNeeded: $0) }
    }
  }
}
