/// Follows the chain of a TIFF file's directories and looks whether all lies in the file.
struct TIFFPages: ~Escapable {
  private let structure: TIFFStructure
  /// How many more entries and strips are looked at, so that overlapping directories of a
  /// malicious file can't hold us up; honest files of gigapixels have a million tiles.
  private var budget = 1 << 22

  @_lifetime(copy structure)
  init(_ structure: TIFFStructure) { self.structure = structure }

  /// Whether all directories and what they point to are in the file; a chain that leads back
  /// into itself ends there.
  mutating func allThere() -> Bool {
    var offset = structure.firstDirectory
    // Brent's way to see a cycle: a landmark, set anew after 1, 2, 4, … steps.
    var (landmark, steps, leap) = (0, 0, 1)
    while offset != 0, offset != landmark {
      if steps == leap { (landmark, steps, leap) = (offset, 0, leap * 2) }
      steps += 1
      guard let next = page(at: offset) else { return false }
      offset = next
    }
    return structure.firstDirectory != 0
  }

  /// Looks at one directory; gives where the next is, 0 at the end.
  private mutating func page(at offset: Int) -> Int? {
    var directory = structure.directory(at: offset)
    var parts = Parts()
    while let entry = directory.next() {
      guard spend() else { return nil }
      parts.note(entry)
    }
    guard areThere(parts.strips), areThere(parts.tiles), areThere(parts.jpeg) else { return nil }
    return directory.nextDirectory()
  }

  private mutating func spend() -> Bool {
    budget -= 1
    return budget > 0
  }

  private mutating func areThere(_ part: Extents) -> Bool {
    guard let offsets = part.offsets else { return true }
    for index in 0..<offsets.count {
      guard spend(), let start = structure.value(index, of: offsets) else { return false }
      let length = part.counts.flatMap { structure.value(index, of: $0) } ?? 0
      let (end, overflow) = start.addingReportingOverflow(length)
      if overflow || end > structure.bytes.count { return false }
    }
    return true
  }

  /// Where pieces of coded pixels stand, and how long they are.
  private struct Extents {
    var offsets: TIFFEntry?
    var counts: TIFFEntry?
  }

  private struct Parts {
    var strips = Extents()
    var tiles = Extents()
    var jpeg = Extents()

    mutating func note(_ entry: TIFFEntry) {
      switch entry.tag {
      case .stripOffsets: strips.offsets = entry
      case .stripByteCounts: strips.counts = entry
      case .tileOffsets: tiles.offsets = entry
      case .tileByteCounts: tiles.counts = entry
      case .jpegInterchangeFormat: jpeg.offsets = entry
      case .jpegInterchangeFormatLength: jpeg.counts = entry
      default: break
      }
    }
  }
}
