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
public enum ValueFile {
  /// The values, each with the number of its line, from 1.
  ///
  /// Blanks around them, a byte order mark, CRLF and empty lines are passed over, and so is a
  /// `#` and what follows where it begins a line or comes behind a blank.
  public static func values(in bytes: [UInt8]) -> [(value: String, line: Int)] {
    var values = [(value: String, line: Int)]()
    var number = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      let value = value(of: bytes[start..<end])
      if !value.isEmpty { values.append((String(decoding: value, as: UTF8.self), number)) }
      start = end + 1
    }
    return values
  }

  private static func value(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let comment = line.indices.first { index in
      line[index] == UInt8(ascii: "#") && (index == line.startIndex || isBlank(line[index - 1]))
    }
    var value = line[..<(comment ?? line.endIndex)].drop(while: isBlank)
    while let last = value.last, isBlank(last) { value.removeLast() }
    return value
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
