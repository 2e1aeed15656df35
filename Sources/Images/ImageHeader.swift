/// What the bytes of an image file say of it, without decoding its pixels.
///
/// Any bytes may be asked: nothing is read outside of them, no number in them is trusted, and
/// nothing is allocated by one.
public struct ImageHeader: Sendable, Equatable {
  /// The format.
  public let kind: ImageKind
  /// Pixels in a row as stored, before `orientation`; `nil` where the file does not say.
  public let width: Int?
  /// Rows as stored, before `orientation`; `nil` where the file does not say.
  public let height: Int?
  /// How the stored pixels are turned upright, 1...8 as EXIF 2.32 section 4.6.5 numbers the
  /// eight ways; `nil` where the file does not say.
  ///
  /// Of AVIF and HEIC it is what their own `irot` and `imir` ask for, of JPEG XL the
  /// codestream's.
  public let orientation: Int?
  /// Whether the file reaches to the end of the picture: false where bytes are missing there.
  ///
  /// What may stand behind the picture (padding, a film, a colour profile of a TIFF) is not
  /// missed, and a whole file may still be damaged within. A bare JPEG XL codestream does not
  /// say where it ends; it counts as whole.
  public let isComplete: Bool

  /// A header that was read before.
  public init(kind: ImageKind, width: Int?, height: Int?, orientation: Int?, isComplete: Bool) {
    self.kind = kind
    self.width = width
    self.height = height
    self.orientation = orientation
    self.isComplete = isComplete
  }

  /// Reads the header of a whole file; `nil` where this is no image of a known kind.
  public init?(_ bytes: borrowing Span<UInt8>) {
    let bytes = copy bytes
    guard let kind = ImageKind(signatureOf: bytes) else { return nil }
    self.init(kind, Self.facts(of: bytes, kind))
  }

  private init(_ kind: ImageKind, _ facts: ImageFacts) {
    self.kind = kind
    width = facts.width
    height = facts.height
    orientation = facts.orientation
    isComplete = facts.isComplete
  }

  private static func facts(of bytes: Span<UInt8>, _ kind: ImageKind) -> ImageFacts {
    switch kind {
    case .jpeg: JPEGHeader.read(bytes)
    case .png: PNGHeader.read(bytes)
    case .gif: GIFHeader.read(bytes)
    case .webp: WebPHeader.read(bytes)
    case .tiff: TIFFHeader.read(bytes)
    case .bmp: BMPHeader.read(bytes)
    case .avif, .heic: HEIFHeader.read(bytes)
    case .jp2: JP2Header.read(bytes)
    case .jxl: JXLHeader.read(bytes)
    }
  }
}
