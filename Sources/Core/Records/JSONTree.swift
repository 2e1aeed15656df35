/// A value of JSON (RFC 8259) with all that is in it: for small texts, such as requests.
public struct JSONTree: Sendable {
  /// What a value is.
  public indirect enum Content: Sendable {
    /// Members in their order; of two with one name both are there.
    case object([(name: String, value: JSONTree)])
    /// Elements in their order.
    case array([JSONTree])
    /// A string, decoded.
    case string(String)
    /// A number, `true` or `false`, as it is written.
    case scalar(String)
    /// `null`.
    case null
  }

  /// What it is.
  public let content: Content
  /// The byte where it begins, counted from 0.
  public let offset: Int
  /// The byte behind it.
  public let end: Int

  /// Reads a text that is one object.
  /// - Throws: `RecordFault` where it is none, or is nested deeper than
  ///   `RecordScanner.maximumDepth`.
  public init(_ text: [UInt8]) throws(RecordFault) {
    var reader = TokenReader(text.span)
    var found = FoundFields(count: 1)
    try reader.read(FieldTree(), &found)
    // From here on the text is known to be right.
    self.init(text.span, at: text.firstIndex(of: UInt8(ascii: "{")) ?? 0)
  }

  private init(_ text: Span<UInt8>, at offset: Int) {
    self.offset = offset
    end = ValueExtent.end(in: text, from: offset)
    let value = text.extracting(offset..<end)
    switch text[offset] {
    case UInt8(ascii: "{"): content = .object(Self.members(of: text, at: offset))
    case UInt8(ascii: "["): content = .array(Self.elements(of: text, at: offset))
    case UInt8(ascii: "\""): content = .string(Text(quoted: value).string)
    case UInt8(ascii: "n"): content = .null
    default: content = .scalar(Text(plain: value).string)
    }
  }

  private static func elements(of text: Span<UInt8>, at offset: Int) -> [JSONTree] {
    var elements = ArrayElements(in: text, from: offset)
    var trees = [JSONTree]()
    while let element = elements.next() { trees.append(JSONTree(text, at: element)) }
    return trees
  }

  private static func members(
    of text: Span<UInt8>, at start: Int
  ) -> [(name: String, value: JSONTree)] {
    var members = [(name: String, value: JSONTree)]()
    var offset = start + 1
    while true {
      offset = next(in: text, from: offset)
      if text[offset] == UInt8(ascii: "}") { return members }
      let end = ValueExtent.end(in: text, from: offset)
      let name = Text(quoted: text.extracting(offset..<end)).string
      let value = next(in: text, from: end)
      members.append((name, JSONTree(text, at: value)))
      offset = ValueExtent.end(in: text, from: value)
    }
  }

  /// Where the next name, value or closing brace stands.
  private static func next(in text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while text[offset] <= 0x20 || [UInt8(ascii: ","), UInt8(ascii: ":")].contains(text[offset]) {
      offset += 1
    }
    return offset
  }
}

extension JSONTree {
  /// The first member of an object with this name; `nil` in all else.
  public subscript(name: String) -> JSONTree? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The members of an object; none in all else.
  public var members: [(name: String, value: JSONTree)] {
    if case .object(let members) = content { members } else { [] }
  }

  /// The elements of an array; `nil` in all else.
  public var elements: [JSONTree]? {
    if case .array(let elements) = content { elements } else { nil }
  }

  /// The characters of a string, a number, `true` or `false`; `nil` in all else.
  public var text: String? {
    switch content {
    case .string(let text), .scalar(let text): text
    case .object, .array, .null: nil
    }
  }

  /// Whether it is `null`.
  public var isNull: Bool { if case .null = content { true } else { false } }
}
