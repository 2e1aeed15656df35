import ByteStreams
import Digests
import ImageRecords
import Images
import Pixels
import Threads

/// A picture of which another thread is to make a new one.
struct ResizeOrder: Sendable {
  /// The path that the record has.
  let path: String
  /// Where that leads in the end, from the base folder on.
  let place: String
  /// The name of the new picture below its folder.
  let name: String
  /// What the new picture is called until it is whole.
  let unfinished: String
  /// Whether an earlier run made what has the name.
  let isOwn: Bool
  /// Unfinished names of killed processes, that it may have.
  let leftovers: [String]
}

/// What came of an order.
enum Resized: Sendable {
  /// A picture in its place; `file` is to live until that is noted.
  case made(PictureFile, source: FileState, FileState, file: UnfinishedFile)
  case failed(PictureFault)
  /// Nothing can be written.
  case stopped(StreamError)
}

/// Makes new pictures and gives them their names; one for each thread.
struct ResizeWork: ~Copyable {
  private let folder: BaseFolder
  private let target: TargetFolder
  private let resizing: Resizing
  private let resizer: PictureResizer

  /// Threads that do it.
  static func room(
    _ options: ImgResize, _ folder: BaseFolder, threads: Int
  ) -> WorkRoom<ResizeOrder, Resized> {
    let (target, resizing) = (TargetFolder(options, folder), options.resizing)
    return WorkRoom(threads: threads) {
      let work = ResizeWork(
        folder: folder, target: target, resizing: resizing, resizer: try PictureResizer())
      return { work.make($0) }
    }
  }

  private func make(_ order: ResizeOrder) -> Resized {
    let (bytes, source): ([UInt8], FileState)
    do throws(StreamError) {
      // Before it is read: what is written to it meanwhile is not taken for known.
      source = try state(of: order)
      bytes = try folder.contents(of: order.path, limit: PictureFile.largestDecoded)
    } catch {
      return .failed(PictureFault(unreadable: error))
    }
    do throws(PixelError) {
      return settle(try resizer.resize(bytes.span, resizing), source, order)
    } catch {
      return .failed(PictureFault("undecodable", order.path, error.description))
    }
  }

  private func state(of order: ResizeOrder) throws(StreamError) -> FileState {
    guard let state = FileState(of: folder.name(of: order.place)) else {
      throw StreamError(.cannotOpen, order.path, "is no regular file")
    }
    return state
  }

  private func settle(
    _ picture: ResizedPicture, _ source: FileState, _ order: ResizeOrder
  ) -> Resized {
    var digest = Digest(.sha256)
    digest.append(picture.bytes.span)
    do throws(StreamError) {
      return try place(picture, digest.finish(), source, order)
    } catch {
      return .stopped(error)
    }
  }

  /// Gives the picture its name, unless something else has it.
  private func place(
    _ picture: ResizedPicture, _ sum: String, _ source: FileState, _ order: ResizeOrder
  ) throws(StreamError) -> Resized {
    let path = target.name(of: order.name)
    let there = FileIdentity(of: path)
    if there != nil, there == FileIdentity(of: folder.name(of: order.place)) {
      return .failed(PictureFault("name_taken", order.path, "would be written over itself"))
    }
    let isOwn = order.isOwn || order.leftovers.contains { FileIdentity(of: $0) == there }
    let file = try UnfinishedFile(order.unfinished)
    let placing = try file.settle(appending: picture.bytes, sum) { whole throws(StreamError) in
      try whole.place(at: path, isReplacing: there != nil && isOwn)
    }
    guard placing != .taken, let state = FileState(of: path) else {
      return .failed(
        PictureFault("name_taken", order.path, "\(target.path(of: order.name)) is another file"))
    }
    let made = PictureFile(
      path: order.name, bytes: picture.bytes.count, sha256: sum, header: resizing.header(picture),
      url: nil)
    return .made(made, source: source, state, file: file)
  }
}

extension Resizing {
  /// The format of new pictures.
  var kind: ImageKind {
    switch format {
    case .jpeg: .jpeg
    case .webp: .webp
    case .png: .png
    }
  }

  fileprivate func header(_ picture: ResizedPicture) -> ImageHeader {
    ImageHeader(
      kind: kind, width: picture.width, height: picture.height, orientation: nil, isComplete: true)
  }
}
