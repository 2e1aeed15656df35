/// The box that says what items a HEIF file has (ISO/IEC 14496-12 section 8.11).
struct HEIFMeta: ~Escapable {
  private let boxes: Span<UInt8>

  /// Takes the content of `meta`; `nil` where not even its version is there.
  @_lifetime(copy content)
  init?(_ content: Span<UInt8>) {
    guard content.count >= 4 else { return nil }
    boxes = content.extracting(4...)
  }

  /// Whether items stand in the box itself.
  var hasData: Bool { ISOBoxes.first("idat", in: boxes) != nil }

  /// Takes size and orientation from the properties of the primary item.
  func readProperties(_ facts: inout ImageFacts) {
    guard let properties = ISOBoxes.first("iprp", in: boxes),
      let container = ISOBoxes.first("ipco", in: properties),
      let associations = ISOBoxes.first("ipma", in: properties),
      var indices = HEIFAssociations(associations, item: primaryItem)
    else { return }
    var turn = Turn()
    while let index = indices.next() {
      read(index, in: container, &facts, &turn)
    }
    facts.orientation = turn.orientation
  }

  private var primaryItem: Int? {
    guard let box = ISOBoxes.first("pitm", in: boxes) else { return nil }
    var cursor = ByteCursor(box, .bigEndian)
    guard let version = cursor.uint8(), cursor.skip(3) else { return nil }
    return version == 0 ? cursor.uint16() : cursor.uint32()
  }

  /// Reads the property with this number, counted from 1.
  private func read(
    _ index: Int, in container: Span<UInt8>, _ facts: inout ImageFacts, _ turn: inout Turn
  ) {
    var properties = ISOBoxes(container)
    for _ in 1..<max(1, index) where properties.next() == nil { return }
    guard index > 0, let property = properties.next() else { return }
    var cursor = ByteCursor(property.content, .bigEndian)
    switch property.name {
    case "ispe":
      guard cursor.skip(4), let width = cursor.uint32() else { return }
      facts.setSize(width, cursor.uint32())
    case "irot": turn.angle = cursor.uint8().map { $0 & 3 }
    case "imir": turn.axis = cursor.uint8().map { $0 & 1 }
    default: break
    }
  }

  /// What is done to the decoded picture (ISO/IEC 23008-12 sections 6.5.10 and 6.5.12): first
  /// turned anti-clockwise by quarters, then mirrored, top to bottom (0) or left to right (1).
  private struct Turn {
    var angle: Int?
    var axis: Int?

    /// The same in EXIF's numbers.
    var orientation: Int? {
      if angle == nil, axis == nil { return nil }
      let turned = [[1, 4, 2], [8, 5, 7], [3, 2, 4], [6, 7, 5]][angle ?? 0]
      return turned[axis.map { $0 + 1 } ?? 0]
    }
  }

  /// Whether all items that lie in the file end within so many bytes; `nil` where no list
  /// says where they lie.
  func itemsEnd(within count: Int) -> Bool? {
    guard let box = ISOBoxes.first("iloc", in: boxes) else { return nil }
    var locations = HEIFLocations(box)
    return locations.end(within: count)
  }
}
