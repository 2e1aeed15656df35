/// Cuts well-known text into words, numbers and symbols.
struct WKTScanner {
  private let text: String
  private let bytes: [UInt8]
  private(set) var byte = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    skipBlanks()
  }

  var isAtEnd: Bool { byte == bytes.count }

  /// Takes the symbol if it is next.
  mutating func take(_ symbol: Unicode.Scalar) -> Bool {
    guard !isAtEnd, bytes[byte] == UInt8(ascii: symbol) else { return false }
    byte += 1
    skipBlanks()
    return true
  }

  /// Takes letters and digits, in capitals; nothing where none are next.
  mutating func word() -> String {
    let end = bytes[byte...].firstIndex { !Self.isWordPart($0) } ?? bytes.count
    let word = String(decoding: bytes[byte..<end], as: UTF8.self).uppercased()
    byte = end
    skipBlanks()
    return word
  }

  /// Takes a number of one of these; `what` is what it would be.
  mutating func number(
    _ what: String, in range: ClosedRange<Double>
  ) throws(GeometryError) -> Double {
    let end = bytes[byte...].firstIndex(where: Self.endsPiece) ?? bytes.count
    guard let number = Decimal.parse(bytes[byte..<end]) else {
      throw fault("a number is expected here, a \(what), not \(found)")
    }
    guard range.contains(number) else {
      let bounds = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
      throw fault("a \(what) is from \(bounds), not \(found)")
    }
    byte = end
    skipBlanks()
    return number
  }

  /// What is next, for messages: `the end`, a symbol or a piece, in quotes.
  var found: String {
    guard !isAtEnd else { return "the end" }
    let end = bytes[byte...].firstIndex(where: Self.endsPiece) ?? bytes.count
    let piece = String(decoding: bytes[byte..<max(end, byte + 1)], as: UTF8.self)
    return piece.count > 24 ? "'\(piece.prefix(24))…'" : "'\(piece)'"
  }

  /// An error here, or at another byte.
  func fault(at other: Int? = nil, _ reason: String) -> GeometryError {
    GeometryError("WKT", text, byte: other ?? byte, reason)
  }

  private mutating func skipBlanks() {
    while byte < bytes.count, Self.isBlank(bytes[byte]) { byte += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte
  }

  private static func endsPiece(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")")
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
