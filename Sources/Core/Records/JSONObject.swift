/// A JSON object in the making: members in the order in which they are added.
public struct JSONObject {
  /// The object's JSON text so far, without its closing brace.
  private var text: [UInt8] = [UInt8(ascii: "{")]

  /// An object without members.
  public init() {}

  /// Adds a string; `nil` adds nothing.
  public mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    add(name, Array(value.utf8))
  }

  /// Adds a string of these bytes, which should be UTF-8.
  public mutating func add(_ name: String, _ value: [UInt8]) {
    open(name)
    JSONString.append(value, to: &text)
  }

  /// Adds a number; `nil` adds nothing.
  public mutating func add(_ name: String, _ value: Int?) {
    guard let value else { return }
    open(name)
    text.append(contentsOf: String(value).utf8)
  }

  /// Adds `true` or `false`; `nil` adds nothing.
  public mutating func add(_ name: String, _ value: Bool?) {
    guard let value else { return }
    open(name)
    text.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Adds another object.
  public mutating func add(_ name: String, _ value: JSONObject) {
    open(name)
    text.append(contentsOf: value.bytes)
  }

  /// Adds a value that is JSON text already.
  public mutating func add(_ name: String, json value: [UInt8]) {
    open(name)
    text.append(contentsOf: value)
  }

  /// The whole JSON text.
  public var bytes: [UInt8] { text + [UInt8(ascii: "}")] }

  private mutating func open(_ name: String) {
    if text.count > 1 { text.append(UInt8(ascii: ",")) }
    JSONString.append(name.utf8, to: &text)
    text.append(UInt8(ascii: ":"))
  }
}

extension JSONText {
  /// An array of elements that are JSON text already.
  public static func array(of elements: [[UInt8]]) -> [UInt8] {
    Array("[".utf8) + elements.joined(separator: ",".utf8) + Array("]".utf8)
  }
}

/// Strings of JSON (RFC 8259 section 7).
public enum JSONString {
  /// A text in quotes, with the escapes that JSON demands and no others.
  public static func bytes(of text: String) -> [UInt8] {
    var bytes = [UInt8]()
    append(text.utf8, to: &bytes)
    return bytes
  }

  /// Appends UTF-8 in quotes, with the escapes that JSON demands and no others.
  public static func append(_ characters: some Collection<UInt8>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    if characters.contains(where: needsEscape) {
      for byte in characters { append(byte, to: &text) }
    } else {
      text.append(contentsOf: characters)
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func append(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      text.append(UInt8(ascii: "\\"))
      text.append(byte)
    case 0x0A: text.append(contentsOf: "\\n".utf8)
    case 0x0D: text.append(contentsOf: "\\r".utf8)
    case 0x09: text.append(contentsOf: "\\t".utf8)
    case 0..<0x20: appendUnicode(byte, to: &text)
    default: text.append(byte)
    }
  }

  private static func appendUnicode(_ byte: UInt8, to text: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    text.append(contentsOf: "\\u00".utf8)
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
}
