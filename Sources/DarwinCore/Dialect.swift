/// How the rows and cells of a table are told apart, each by one byte of UTF-8.
public struct Dialect: Hashable, Sendable {
  /// Between the cells of a row: `fieldsTerminatedBy`.
  public var delimiter = UInt8(ascii: ",")
  /// At the end of a row: `linesTerminatedBy`.
  ///
  /// With LF a CR in front of it goes away, too.
  public var terminator = UInt8(ascii: "\n")
  /// Around a cell with delimiters in it: `fieldsEnclosedBy`; `nil` where nothing is.
  public var enclosure: UInt8? = UInt8(ascii: "\"")

  /// The defaults of the text guide (section 2.2).
  public init() {}
}

extension Dialect {
  /// The text of an attribute whose value is `\t`, as backslash and letter.
  static func unescape(_ text: String) -> String {
    let meanings = [
      "t": "\t", "n": "\n", "r": "\r", "f": "\u{0C}", "\\": "\\", "\"": "\"", "'": "'",
    ]
    guard text.utf8.count > 1 else { return text }
    var (result, isEscaped) = ("", false)
    for scalar in text.unicodeScalars {
      if isEscaped {
        result += meanings[String(scalar)] ?? "\\\(scalar)"
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return isEscaped ? result + "\\" : result
  }

  /// What `fieldsTerminatedBy` says; `nil` for what is not one byte.
  ///
  /// A blank was a TAB that XML normalised (XML 1.0 section 3.3.3).
  static func delimiter(_ text: String) -> UInt8? {
    let text = unescape(text)
    return text == " " ? UInt8(ascii: "\t") : singleByte(text)
  }

  /// What `linesTerminatedBy` says; `nil` for what is not one byte.
  ///
  /// All that is made of line ends, or of blanks that XML made of them, is LF, but for a lone
  /// CR.
  static func terminator(_ text: String) -> UInt8? {
    let text = unescape(text)
    if text == "\r" { return UInt8(ascii: "\r") }
    let isLineEnd = text.unicodeScalars.allSatisfy { $0 == "\r" || $0 == "\n" || $0 == " " }
    return isLineEnd ? UInt8(ascii: "\n") : singleByte(text)
  }

  /// What ends the rows of a table that starts with these bytes.
  ///
  /// Many a descriptor tells the line end of another system than that of its tables. LF stands
  /// for CRLF, too.
  func terminator(in sample: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let (lf, cr) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard terminator == lf || terminator == cr else { return terminator }
    if terminator == lf {
      return unsafe !sample.contains(lf) && sample.contains(cr) ? cr : lf
    }
    guard let first = unsafe sample.firstIndex(of: cr) else {
      return unsafe sample.contains(lf) ? lf : cr
    }
    return unsafe first + 1 < sample.count && sample[first + 1] == lf ? lf : cr
  }

  /// What `fieldsEnclosedBy` says: nothing where it is empty.
  static func enclosure(_ text: String) -> UInt8?? {
    let text = unescape(text)
    if text.isEmpty || text == " " { return .some(nil) }
    return singleByte(text).map { .some($0) }
  }

  private static func singleByte(_ text: String) -> UInt8? {
    guard text.utf8.count == 1 else { return nil }
    return text.utf8.first
  }
}
