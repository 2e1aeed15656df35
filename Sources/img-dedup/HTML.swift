/// HTML in the making: what we write ourselves is markup, and what comes from data is text.
///
/// Markup is taken from literals alone, so that no value can come in without being escaped.
struct HTML {
  private(set) var bytes: [UInt8] = []

  /// Adds markup of ours.
  mutating func add(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds a number.
  mutating func add(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Adds a value: fit to stand between tags and in an attribute with double quotes.
  mutating func add(text: String) {
    for scalar in text.unicodeScalars { append(scalar) }
  }

  /// Adds bytes as base64 (RFC 4648 section 4).
  mutating func add(base64 bytes: [UInt8]) {
    Base64.append(bytes, to: &self.bytes)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": add("&amp;")
    case "<": add("&lt;")
    case ">": add("&gt;")
    case "\"": add("&quot;")
    case "'": add("&#39;")
    case "\0"..<" ": bytes.append(contentsOf: String(scalar.picture).utf8)
    case _ where scalar.isHidden: bytes.append(contentsOf: scalar.codePoint.utf8)
    default: UTF8.encode(scalar)?.forEach { bytes.append($0) }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it does something to the text around it without being seen, as what turns the
  /// direction does.
  ///
  /// Those that join letters are needed.
  var isHidden: Bool {
    if value < 0x7F || value == 0x200C || value == 0x200D { return false }
    if properties.isNoncharacterCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// What stands for a control character below the blank, among the control pictures of Unicode.
  fileprivate var picture: Unicode.Scalar { Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" }

  /// `[U+202E]`.
  fileprivate var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
  }
}
