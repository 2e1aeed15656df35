/// Gives the text of a file of values, or why it can't.
public typealias ValueFileReader = (_ path: String) throws(ValueFileError) -> [UInt8]

/// Why a file of values can't be read; `description` is the whole message.
public struct ValueFileError: Error, CustomStringConvertible {
  /// *file: why*, in lower case and without a full stop.
  public let description: String

  /// An error with this message.
  public init(_ description: String) { self.description = description }
}

/// A file with a value on each line, as `in @file` takes it.
enum ValueFile {
  /// The values, each with the number of its line, from 1.
  ///
  /// Blanks around them, a byte order mark, CRLF and empty lines are passed over, and so is a
  /// `#` and what follows where it begins a line or comes behind a blank.
  static func values(in bytes: [UInt8]) -> [(value: String, line: Int)] {
    var text = String(decoding: bytes, as: UTF8.self)[...]
    if text.first == "\u{FEFF}" { text.removeFirst() }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return zip(lines, 1...).compactMap { line, number in
      let value = value(of: line)
      return value.isEmpty ? nil : (String(value), number)
    }
  }

  private static func value(of line: Substring) -> Substring {
    var value = line
    var isBehindBlank = true
    for index in line.indices {
      if line[index] == "#", isBehindBlank {
        value = line[..<index]
        break
      }
      isBehindBlank = line[index].isWhitespace
    }
    value = value.drop(while: \.isWhitespace)
    while value.last?.isWhitespace ?? false { value.removeLast() }
    return value
  }
}
