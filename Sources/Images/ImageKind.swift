/// The format of an image file.
public enum ImageKind: String, Sendable, CaseIterable {
  /// ISO/IEC 10918-1, with or without JFIF, EXIF, MPF.
  case jpeg
  /// The W3C's Portable Network Graphics, APNG too.
  case png
  /// CompuServe's GIF87a and GIF89a.
  case gif
  /// RFC 9649.
  case webp
  /// TIFF 6.0 and BigTIFF, and what is built on them (DNG).
  case tiff
  /// The bitmap of Windows and OS/2.
  case bmp
  /// AV1 in ISO/IEC 23008-12.
  case avif
  /// HEVC in ISO/IEC 23008-12.
  case heic
  /// ISO/IEC 15444-1, in its file format or as a bare codestream.
  case jp2
  /// ISO/IEC 18181, in its container or as a bare codestream.
  case jxl

  /// What a file of this kind is called behind the dot.
  public var fileExtension: String {
    switch self {
    case .jpeg: "jpg"
    case .tiff: "tif"
    default: rawValue
    }
  }
}
