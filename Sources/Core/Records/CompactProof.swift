internal import CSIMD

/// Proves, 64 bytes at a time, that a line is a record in the form that our tools write:
/// objects within objects, no blanks, no arrays, no empty object, no escape in a name.
///
/// It works on words with one bit a byte. What it can't prove is not wrong, only to be
/// looked at by `TokenReader`. What may follow what:
///
///     {      → "          (a name opens)
///     ,      → "
///     :      → " { scalar
///     name"  → :
///     value" → , }
///     }      → , } end
///     scalar → , }
///
/// A string is a value when it opens behind a colon. A bit that is added where it opens to the
/// run of ones within it is carried to where it closes.
@safe
struct CompactProof {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  private var carry = Carry()
  var place = Place()
  private var characters = UTF8Proof()

  /// A proof for `line`; `nil` where it is empty.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard let start = line.baseAddress, !line.isEmpty else { return nil }
    unsafe bytes = start
    count = line.count
  }

  /// What one block of 64 bytes leaves to the next: single bits, or all bits alike.
  private struct Carry {
    var escaped: UInt64 = 0
    var inside: UInt64 = 0
    var value: UInt64 = 0
    var afterColon: UInt64 = 0
    var afterOpening: UInt64 = 0
    var afterName: UInt64 = 0
    var afterValue: UInt64 = 0
    var afterClose: UInt64 = 0
    var afterScalar: UInt64 = 0
  }

  /// Where in the tree of wanted names the proof stands.
  struct Place {
    var depth = 0
    /// The node of each open object.
    var open = InlineArray<65, Int32>(repeating: Int32(FieldTree.nowhere))
    /// The node of the value that comes next.
    var next = FieldTree.root
    /// Whether a name in the innermost open object may be wanted.
    var isWanted = false
  }

  /// The tokens of one block.
  struct Block {
    var start: Int
    var opens: UInt64
    var closes: UInt64
    var colons: UInt64
  }

  /// Whether the line is proved; if so, `found` has what `tree` asks for.
  mutating func run(_ tree: borrowing FieldTree, _ found: inout FoundFields) -> Bool {
    guard count >= 2, unsafe bytes[0] == UInt8(ascii: "{") else { return false }
    var start = 0
    while start < count {
      guard runChunk(from: start, tree, &found) else { return false }
      start += Self.chunk * 64
    }
    return place.depth == 0 && found.end == count - 1
  }

  /// How many blocks are looked at in one call.
  private static let chunk = 32

  private mutating func runChunk(
    from start: Int, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) -> Bool {
    let blocks = min(Self.chunk, (count - start + 63) / 64)
    return unsafe withUnsafeTemporaryAllocation(of: json_masks.self, capacity: Self.chunk) {
      masks in
      guard let all = masks.baseAddress else { return false }
      unsafe json_look_many(bytes + start, Int32(blocks), all)
      for index in 0..<blocks {
        guard let block = prove(from: start + 64 * index, unsafe all[index]),
          follow(block, tree, &found)
        else { return false }
      }
      return true
    }
  }

  /// Checks the order of the tokens of one block.
  @inline(__always)
  private mutating func prove(from start: Int, _ masks: json_masks) -> Block? {
    let valid: UInt64 = count - start >= 64 ? ~0 : 1 << UInt64(count - start) - 1
    let isEscaping = masks.backslash | carry.escaped != 0
    let escaped = isEscaping ? findEscaped(masks.backslash) : 0
    let quotes = masks.quote & ~escaped
    let inside = (isEscaping ? bits_prefix_parity(quotes) : masks.inside) ^ carry.inside
    carry.inside = spread(inside)
    let outside = ~(inside | quotes)
    let opensString = quotes & inside
    let closesString = quotes & ~inside
    let colons = masks.colon & outside
    let commas = masks.comma & outside
    let opens = masks.open & outside
    let closes = masks.close & outside
    let scalars = outside & ~(colons | commas | opens | closes)

    let values = follow(colons, &carry.afterColon)
    let sum = inside.addingReportingOverflow(values & opensString | carry.value)
    carry.value = sum.overflow ? 1 : 0
    let closesValue = closesString & sum.partialValue
    let inValues = inside & ~sum.partialValue

    var wrong = masks.control
    wrong |= values & ~(opensString | opens | scalars)
    wrong |= follow(commas | opens, &carry.afterOpening) & ~opensString
    wrong |= follow(closesString ^ closesValue, &carry.afterName) & ~colons
    wrong |= follow(closesValue, &carry.afterValue) & ~(commas | closes)
    wrong |= follow(closes, &carry.afterClose) & ~(commas | closes)
    wrong |= follow(scalars, &carry.afterScalar) & ~(scalars | commas | closes)
    wrong |= masks.backslash & ~inValues
    guard wrong & valid == 0, checkEscapes(masks.backslash & ~escaped & valid, start) else {
      return nil
    }
    guard checkCharacters(masks.wide & valid, start, valid),
      checkScalars(values & scalars & valid, start)
    else { return nil }
    return Block(
      start: start, opens: opens & valid, closes: closes & valid, colons: colons & valid)
  }

  /// Checks each number or word that begins here.
  @inline(__always)
  private func checkScalars(_ starts: UInt64, _ start: Int) -> Bool {
    var rest = starts
    while rest != 0 {
      guard isScalar(at: start + rest.trailingZeroBitCount) else { return false }
      rest &= rest &- 1
    }
    return true
  }

  /// Checks the bytes of 80 and above, most lines having few.
  @inline(__always)
  private mutating func checkCharacters(_ wide: UInt64, _ start: Int, _ valid: UInt64) -> Bool {
    if wide == 0, !characters.isPending {
      characters.passOver()
      return true
    }
    return unsafe characters.wrong(in: utf8_look(bytes + start)) & valid == 0
  }

  /// The places right after those of `tokens`.
  @inline(__always)
  private func follow(_ tokens: UInt64, _ carried: inout UInt64) -> UInt64 {
    defer { carried = tokens >> 63 }
    return tokens << 1 | carried
  }

  /// All bits like the highest.
  @inline(__always)
  private func spread(_ bits: UInt64) -> UInt64 {
    UInt64(bitPattern: Int64(bitPattern: bits) >> 63)
  }

  /// Checks what follows each backslash that begins an escape (RFC 8259 section 7).
  @inline(__always)
  private func checkEscapes(_ backslashes: UInt64, _ start: Int) -> Bool {
    var rest = backslashes
    while rest != 0 {
      guard unsafe Escape(at: bytes + start + rest.trailingZeroBitCount) != nil else {
        return false
      }
      rest &= rest &- 1
    }
    return true
  }

  /// The bytes that a backslash before them takes their meaning from.
  @inline(__always)
  private mutating func findEscaped(_ backslashes: UInt64) -> UInt64 {
    var escaped = carry.escaped
    carry.escaped = 0
    var rest = backslashes & ~escaped
    while rest != 0 {
      let first = rest & (0 &- rest)
      escaped |= first << 1
      carry.escaped = first >> 63
      rest &= ~(first | first << 1)
    }
    return escaped
  }
}
