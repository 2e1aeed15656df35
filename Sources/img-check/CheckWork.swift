import ByteStreams
import ImageRecords
import Images
import Pixels
import Threads

/// A file that another thread is to look at.
struct CheckOrder: Sendable {
  /// The path that the record has.
  let path: String
  /// Where that leads in the end, from the base folder on.
  let place: String
  /// What the record tells of the file.
  let bytes: Int?
  let sha256: String?
  /// Whether it does not tell all that the file says of itself.
  let isIncomplete: Bool
}

/// What came of an order.
enum Checked: Sendable {
  /// All is as the record tells; with what that does not tell.
  case whole(PictureFile?)
  case failed(PictureFault)
}

/// Reads files and looks whether they are what their records tell; one for each thread.
struct CheckWork: ~Copyable {
  private let folder: BaseFolder
  /// `nil` where nothing is decoded.
  private let reader: PictureReader?

  private init(_ folder: BaseFolder, decodes: Bool) throws(PixelError) {
    self.folder = folder
    reader = decodes ? try PictureReader() : nil
  }

  /// Threads that look.
  static func room(_ options: ImgCheck, _ folder: BaseFolder) -> WorkRoom<CheckOrder, Checked> {
    let decodes = options.decode
    return WorkRoom(threads: options.jobs ?? Worker.cores) {
      let work = try CheckWork(folder, decodes: decodes)
      return { work.check($0) }
    }
  }

  private func check(_ order: CheckOrder) -> Checked {
    do throws(PictureFault) {
      return .whole(try look(order))
    } catch {
      return .failed(error)
    }
  }

  private func look(_ order: CheckOrder) throws(PictureFault) -> PictureFile? {
    if let state = FileState(of: folder.name(of: order.place)) {
      try PictureFault.check(order.path, size: state.bytes, order.bytes)
    }
    let file = try read(order)
    try PictureFault.check(order.path, size: file.size, order.bytes)
    try PictureFault.check(order.path, sha256: file.sha256, order.sha256)
    if reader != nil { try decode(file, order.path) }
    return order.isIncomplete ? try file.picture(at: order.path) : nil
  }

  private func read(_ order: CheckOrder) throws(PictureFault) -> FileSeen {
    let header = order.isIncomplete ? PictureFile.longestHeader : 0
    let limit = reader != nil ? PictureFile.largestDecoded : header
    do throws(StreamError) {
      return try FileSeen(order.path, in: folder, keeping: limit)
    } catch {
      throw PictureFault(error)
    }
  }

  private func decode(_ file: borrowing FileSeen, _ path: String) throws(PictureFault) {
    guard file.isKept else {
      throw PictureFault("undecodable", path, "longer than \(PictureFile.largestDecoded) bytes")
    }
    do throws(PixelError) {
      try reader?.check(file.start.span)
    } catch {
      throw PictureFault("undecodable", path, error.description)
    }
  }
}

extension PictureFault {
  /// That a file is not there, or can't be read.
  init(_ error: StreamError) {
    if error.isAbsence {
      self.init("missing", error.name, error.reason)
    } else {
      self.init(unreadable: error)
    }
  }
}
