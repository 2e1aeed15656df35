/// A record: the bytes of its line, and where the fields that were asked for begin.
public struct Record: ~Escapable {
  /// The line, without its line end.
  public let bytes: Span<UInt8>
  private let first: Span<Int32>
  private let further: Span<FoundFields.Further>
  /// Which of all lines of its reader it is, from 1.
  public let ordinal: Int
  /// Where the closing brace stands.
  let end: Int

  @_lifetime(copy bytes, borrow found)
  init(bytes: Span<UInt8>, ordinal: Int, found: borrowing FoundFields) {
    self.bytes = bytes
    self.ordinal = ordinal
    first = found.first.span
    further = found.further.span
    end = found.end
  }

  /// Where the value of a field begins, by the first of equal names.
  func offset(of field: Field) -> Int? {
    first[field.node] < 0 ? nil : Int(first[field.node])
  }

  /// The bytes of a field's value as they stand in the line, a string with its quotes.
  @_lifetime(copy self)
  public func value(of field: Field) -> Span<UInt8>? {
    guard let offset = offset(of: field) else { return nil }
    return value(at: offset)
  }

  @_lifetime(copy self)
  func value(at offset: Int) -> Span<UInt8> {
    bytes.extracting(offset..<ValueExtent.end(in: bytes, from: offset))
  }

  /// The characters of a field: of a string, a number or a word; absent where the record
  /// lacks it, where it is null or empty, and where it is an object or an array.
  @_lifetime(copy self)
  public func text(of field: Field) -> Text? {
    guard let offset = offset(of: field) else { return nil }
    return text(at: offset)
  }

  @_lifetime(copy self)
  private func text(at offset: Int) -> Text? {
    switch bytes[offset] {
    case UInt8(ascii: "\""):
      let text = Text(quoted: value(at: offset))
      return text.raw.isEmpty ? nil : text
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "n"): return nil
    default: return Text(plain: value(at: offset))
    }
  }

  /// The characters of a field as a string, of one that has a text.
  public func string(_ field: Field) -> String? { text(of: field)?.string }

  /// The number of a field, where its text is a whole one.
  public func number(_ field: Field) -> Int? { string(field).flatMap { Int($0) } }

  /// Whether the field is there, with whatever value.
  public func has(_ field: Field) -> Bool { offset(of: field) != nil }

  /// Whether the field is there and not null.
  public func hasValue(_ field: Field) -> Bool {
    offset(of: field).map { bytes[$0] != UInt8(ascii: "n") } ?? false
  }

  /// Whether a field's value is an array.
  public func isArray(_ field: Field) -> Bool {
    offset(of: field).map { bytes[$0] == UInt8(ascii: "[") } ?? false
  }

  /// Whether any text of the field fulfils `condition`: the one of a plain value, those of
  /// an array's elements, those of a path through an array.
  public func contains(_ field: Field, where condition: (borrowing Text) -> Bool) -> Bool {
    guard let offset = offset(of: field) else { return false }
    if holds(condition, at: offset) { return true }
    for index in further.indices where further[index].node == field.node {
      if holds(condition, at: further[index].offset) { return true }
    }
    return false
  }

  private func holds(_ condition: (borrowing Text) -> Bool, at offset: Int) -> Bool {
    if bytes[offset] != UInt8(ascii: "[") {
      guard let text = text(at: offset) else { return false }
      return condition(text)
    }
    var elements = ArrayElements(in: bytes, from: offset)
    while let element = elements.next() {
      if holds(condition, at: element) { return true }
    }
    return false
  }
}
