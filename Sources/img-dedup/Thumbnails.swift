import ByteStreams
import ImageRecords
import Pixels
import Threads

/// The small pictures of the report: threads make them, from files below the base folder and no
/// others.
struct Thumbnails: ~Copyable {
  /// The longer side, in pixels.
  static let side = 160

  private let room: WorkRoom<String, Thumbnail>
  /// What was ordered and not yet taken: paths as bytes, as two spellings of a letter would be
  /// one to a `String`.
  private var ordered: [[UInt8]: Int] = [:]
  /// Many records of a group have one file.
  private var last: (path: [UInt8], thumbnail: Thumbnail)?

  init(_ folder: BaseFolder, threads: Int) {
    room = WorkRoom(threads: threads) {
      let maker = ThumbnailMaker(folder: folder, reader: try PictureReader())
      return { maker.make($0) }
    }
  }

  /// Has the small picture of a file made that will be asked for.
  /// - Throws: where no thread starts.
  mutating func order(_ path: String) throws {
    let key = Array(path.utf8)
    if ordered[key] == nil { ordered[key] = try room.give(path) }
  }

  /// The small picture of a file.
  /// - Throws: where no thread starts.
  mutating func thumbnail(of path: String) throws -> Thumbnail {
    let key = Array(path.utf8)
    if let last, last.path == key { return last.thumbnail }
    let thumbnail = room.take(try ordered.removeValue(forKey: key) ?? room.give(path))
    last = (key, thumbnail)
    return thumbnail
  }
}

/// What there is to show of a file.
enum Thumbnail: Sendable {
  case jpeg([UInt8])
  /// It can't be shown, and why.
  case missing(String)
}

/// Makes small pictures; one for each thread.
private struct ThumbnailMaker: ~Copyable {
  let folder: BaseFolder
  let reader: PictureReader

  init(folder: BaseFolder, reader: consuming PictureReader) {
    self.folder = folder
    self.reader = reader
  }

  func make(_ path: String) -> Thumbnail {
    let bytes: [UInt8]
    do throws(StreamError) {
      bytes = try folder.contents(of: path, limit: PictureFile.largestDecoded)
    } catch {
      return .missing(error.reason)
    }
    do throws(PixelError) {
      return .jpeg(try reader.thumbnail(of: bytes.span, side: Thumbnails.side))
    } catch {
      return .missing(error.description)
    }
  }
}
