/// Reads a record token by token: any object of RFC 8259, and the words for what is wrong.
struct TokenReader: ~Escapable {
  private let bytes: Span<UInt8>
  private var offset = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) { self.bytes = bytes }

  /// Where in the tree of wanted names a value stands.
  private struct Place {
    var node: Int
    var depth = 0
    /// Whether an array lies on the way, so that a path may have several values.
    var isInArray = false
  }

  /// Reads the whole line and notes in `found` what `tree` asks for.
  mutating func read(_ tree: borrowing FieldTree, _ found: inout FoundFields) throws(RecordFault) {
    skipBlanks()
    guard next == UInt8(ascii: "{") else { throw fault("a record is a JSON object") }
    try readObject(Place(node: FieldTree.root, depth: 1), tree, &found)
    found.end = offset - 1
    skipBlanks()
    if offset < bytes.count { throw fault("nothing may follow the record's closing brace") }
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      throw RecordFault(at: error.byteOffsets.lowerBound, "the bytes are not UTF-8")
    }
  }

  // MARK: values

  private mutating func readValue(
    _ place: Place, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) throws(RecordFault) {
    switch next {
    case UInt8(ascii: "\""): _ = try readString()
    case UInt8(ascii: "{"): try readObject(try deeper(place), tree, &found)
    case UInt8(ascii: "["): try readArray(try deeper(place), tree, &found)
    case nil: throw fault("the line ends in the middle of the record")
    default: offset = try Scalar.end(in: bytes, from: offset)
    }
  }

  private func deeper(_ place: Place) throws(RecordFault) -> Place {
    guard place.depth < RecordScanner.maximumDepth else {
      throw fault("nested deeper than \(RecordScanner.maximumDepth)")
    }
    var inner = place
    inner.depth += 1
    return inner
  }

  private mutating func readObject(
    _ place: Place, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) throws(RecordFault) {
    var seen = [Int]()
    if try begin(closing: UInt8(ascii: "}")) { return }
    repeat {
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes is expected here") }
      let name = try readString()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw fault("a colon is expected after a name") }
      skipBlanks()
      var inner = place
      inner.node = note(name, place, tree, &seen, &found)
      try readValue(inner, tree, &found)
    } while try goOn(closing: UInt8(ascii: "}"))
  }

  private mutating func readArray(
    _ place: Place, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) throws(RecordFault) {
    var inner = place
    inner.isInArray = true
    if try begin(closing: UInt8(ascii: "]")) { return }
    repeat {
      try readValue(inner, tree, &found)
    } while try goOn(closing: UInt8(ascii: "]"))
  }

  /// Notes the value that comes next if its name is wanted; gives its node.
  private func note(
    _ name: Range<Int>, _ place: Place, _ tree: borrowing FieldTree, _ seen: inout [Int],
    _ found: inout FoundFields
  ) -> Int {
    guard place.node != FieldTree.nowhere else { return FieldTree.nowhere }
    let text = Text(quoted: bytes.extracting(name))
    var child = tree.nodes[place.node].firstChild
    while child != FieldTree.nowhere, !text.equals(tree.name(of: child)) {
      child = tree.nodes[child].nextSibling
    }
    if child == FieldTree.nowhere || seen.contains(child) { return FieldTree.nowhere }
    seen.append(child)
    if place.isInArray {
      found.noteFurther(child, at: offset)
    } else {
      _ = found.note(child, at: offset)
    }
    return child
  }

  // MARK: tokens

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func fault(_ reason: String) -> RecordFault { RecordFault(at: offset, reason) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  /// Steps into an object or array; true when it is empty.
  private mutating func begin(closing: UInt8) throws(RecordFault) -> Bool {
    offset += 1
    skipBlanks()
    return take(closing)
  }

  /// After a value: whether another one follows.
  private mutating func goOn(closing: UInt8) throws(RecordFault) -> Bool {
    skipBlanks()
    if take(closing) { return false }
    guard next != nil else { throw fault("the line ends in the middle of the record") }
    guard take(UInt8(ascii: ",")) else {
      throw fault("a comma or a closing bracket is expected here")
    }
    skipBlanks()
    return true
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      offset += 1
    }
  }

  /// Steps over a string; gives the place of its bytes with their quotes.
  private mutating func readString() throws(RecordFault) -> Range<Int> {
    let start = offset
    offset += 1
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return start..<offset
      case UInt8(ascii: "\\"):
        guard let escape = Escape(in: bytes, at: offset) else { throw fault("no such escape") }
        offset += escape.length
      case 0..<0x20: throw fault("a control character must be escaped")
      default: offset += 1
      }
    }
    throw RecordFault(at: start, "a string is not closed")
  }
}
