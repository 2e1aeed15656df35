public import ByteStreams
internal import Digests
internal import Images

/// A file that was read to its end.
public struct FileSeen: ~Copyable {
  /// In bytes.
  public private(set) var size = 0
  /// In lower-case hexadecimal digits.
  public private(set) var sha256 = ""
  /// Its first bytes.
  public private(set) var start: [UInt8] = []

  /// Reads a file, and keeps so many of its bytes, or a few more.
  /// - Throws: `StreamError` where it can't be read.
  public init(_ path: String, in folder: BaseFolder, keeping limit: Int) throws(StreamError) {
    var digest = Digest(.sha256)
    try folder.read(path) { piece in
      digest.append(piece)
      size += piece.count
      if start.count >= limit { return }
      unsafe piece.withUnsafeBufferPointer { unsafe start.append(contentsOf: $0) }
    }
    sha256 = digest.finish()
  }

  /// Whether all of its bytes are there.
  public var isKept: Bool { start.count == size }

  /// The picture that it is.
  /// - Throws: `PictureFault` where it is none.
  public func picture(at path: String) throws(PictureFault) -> PictureFile {
    guard let header = ImageHeader(start.span) else {
      throw PictureFault("not_image", path, "is no picture")
    }
    return PictureFile(path: path, bytes: size, sha256: sha256, header: header, url: nil)
  }
}
