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
