/// A box of the ISO base media file format.
struct ISOBox: ~Escapable {
  /// Four letters.
  let name: FourCC
  /// What stands in it, as far as it is there.
  let content: Span<UInt8>
  /// Whether all of it is there.
  let isWhole: Bool

  @_lifetime(copy content)
  init(_ name: FourCC, _ content: Span<UInt8>, isWhole: Bool) {
    self.name = name
    self.content = content
    self.isWhole = isWhole
  }
}

/// Lends the boxes of a file or of another box (ISO/IEC 14496-12 section 4.2).
struct ISOBoxes: ~Escapable {
  /// No container of a picture has more; a longer list is cut here.
  private static let limit = 4096

  private var cursor: ByteCursor
  private var count = 0
  /// Whether the boxes so far were whole and followed each other without a gap.
  private(set) var isWhole = true

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) { cursor = ByteCursor(bytes, .bigEndian) }

  /// The first box of this name.
  @_lifetime(copy bytes)
  static func first(_ name: FourCC, in bytes: Span<UInt8>) -> Span<UInt8>? {
    var boxes = ISOBoxes(bytes)
    while let box = boxes.next() {
      if box.name == name { return box.content }
    }
    return nil
  }

  /// The next box, or `nil` at the end or where there is none to be seen.
  @_lifetime(copy self)
  mutating func next() -> ISOBox? {
    guard isWhole, cursor.remaining > 0, count < Self.limit else { return nil }
    count += 1
    guard let (name, length) = readHeader() else {
      isWhole = false
      return nil
    }
    isWhole = length <= cursor.remaining
    guard let content = cursor.take(min(length, cursor.remaining)) else { return nil }
    return ISOBox(name, content, isWhole: isWhole)
  }

  /// The name, and the length of what follows: 1 says that it stands in 64 bits behind the
  /// name, 0 that the box goes to the end.
  private mutating func readHeader() -> (FourCC, length: Int)? {
    let start = cursor.offset
    guard let length = cursor.uint32(), let name = cursor.fourCC() else { return nil }
    if length == 0 { return (name, cursor.remaining) }
    guard let length = length == 1 ? cursor.uint64() : length else { return nil }
    let headerLength = cursor.offset - start
    return length < headerLength ? nil : (name, length - headerLength)
  }
}
