extension ImageKind {
  /// Tells a format by the bytes that its specification puts first; `nil` for others.
  init?(signatureOf bytes: Span<UInt8>) {
    let known = Self.signatures.first { signature, _ in bytes.starts(with: signature) }
    guard let kind = known?.kind ?? Self.behindLength(bytes) else { return nil }
    self = kind
  }

  private static let signatures: [(signature: [UInt8], kind: ImageKind)] = [
    ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    (Array("GIF87a".utf8), .gif),
    (Array("GIF89a".utf8), .gif),
    ([0x49, 0x49, 0x2A, 0x00], .tiff),
    ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ([0x49, 0x49, 0x2B, 0x00], .tiff),
    ([0x4D, 0x4D, 0x00, 0x2B], .tiff),
    ([0xFF, 0x4F, 0xFF, 0x51], .jp2),
    ([0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A], .jp2),
    ([0xFF, 0x0A], .jxl),
    ([0, 0, 0, 12, 0x4A, 0x58, 0x4C, 0x20, 0x0D, 0x0A, 0x87, 0x0A], .jxl),
  ]

  /// The formats whose first bytes say a length, too.
  private static func behindLength(_ bytes: Span<UInt8>) -> ImageKind? {
    if WebPHeader.isSigned(bytes) { return .webp }
    if BMPHeader.isSigned(bytes) { return .bmp }
    return HEIFHeader.kind(of: bytes)
  }
}

extension Span<UInt8> {
  /// Whether `prefix` stands at the start.
  func starts(with prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    for index in prefix.indices where self[index] != prefix[index] { return false }
    return true
  }
}
