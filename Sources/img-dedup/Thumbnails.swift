import ByteStreams
import Pixels

/// Makes the small pictures of the report, from files below the base folder and no others.
struct Thumbnails: ~Copyable {
  /// What there is to show.
  enum Thumbnail {
    case jpeg([UInt8])
    /// It can't be shown, and why.
    case missing(String)
  }

  /// The longer side, in pixels.
  static let side = 160
  /// A larger file is not looked at.
  private static let largestFile = 1 << 30

  private let folder: BaseFolder
  private let reader: PictureReader
  /// Many records of a group have one file.
  private var last: (path: String, thumbnail: Thumbnail)?

  init(_ folder: BaseFolder) throws(PixelError) {
    self.folder = folder
    reader = try PictureReader()
  }

  /// The small picture of a file.
  mutating func thumbnail(of path: String) -> Thumbnail {
    if let last, last.path == path { return last.thumbnail }
    let thumbnail = make(path)
    last = (path, thumbnail)
    return thumbnail
  }

  private func make(_ path: String) -> Thumbnail {
    let bytes: [UInt8]
    do throws(StreamError) {
      bytes = try folder.contents(of: path, limit: Self.largestFile)
    } catch {
      return .missing(error.reason)
    }
    do throws(PixelError) {
      return .jpeg(try reader.thumbnail(of: bytes.span, side: Self.side))
    } catch {
      return .missing(error.description)
    }
  }
}
