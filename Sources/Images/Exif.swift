/// The one field of EXIF that matters to a size: a TIFF file within the image file.
enum Exif {
  private static let prefix = Array("Exif".utf8) + [0, 0]

  /// The orientation in an APP1 segment of JPEG (EXIF 2.32 section 4.7.2), which may also be
  /// XMP.
  static func orientation(ofSegment segment: Span<UInt8>) -> Int? {
    guard segment.starts(with: prefix) else { return nil }
    return orientation(of: segment.extracting(prefix.count...))
  }

  /// The orientation in a block of its own; some writers leave JPEG's prefix in front of it.
  static func orientation(ofBlock block: Span<UInt8>) -> Int? {
    orientation(ofSegment: block) ?? orientation(of: block)
  }

  private static func orientation(of bytes: Span<UInt8>) -> Int? {
    guard let structure = TIFFStructure(bytes) else { return nil }
    var directory = structure.directory(at: structure.firstDirectory)
    while let entry = directory.next() {
      if entry.tag == .orientation { return structure.value(0, of: entry) }
    }
    return nil
  }
}
