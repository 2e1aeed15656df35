import ByteStreams
import Fetching
import ImageRecords
import Images

/// What is made of a whole body: a picture in its place, or a failure.
enum Settled: Sendable {
  case picture(PictureFile, FileState)
  case failed(FetchFailure)
  /// The name has another picture.
  case taken(String)
}

/// Looks at a whole body and gives it its name, on the second thread.
struct Settling {
  /// Where the folder of the pictures is counted from.
  let base: String
  /// What was asked for.
  let url: String
  let name: PictureName
  /// What earlier runs left of the same URL.
  let earlier: OwnFiles

  func settle(_ body: borrowing WholeBody) throws(StreamError) -> Settled {
    if body.contents.isEmpty { return .failed(FetchFailure("empty_body")) }
    guard let header = ImageHeader(body.contents) else {
      let isMarkup = Markup.isMarkup(body.contents)
      return .failed(FetchFailure(isMarkup ? "html_body" : "not_image"))
    }
    let path = name.with(extension: header.kind.fileExtension)
    let isEarlier = earlier.contain(path, base: base)
    guard try body.place(at: base + path, isReplacing: isEarlier) != .taken else {
      return .taken(path)
    }
    guard let state = FileState(of: base + path) else {
      return .failed(FetchFailure("name_taken", "\(path) went away at once", isTemporary: true))
    }
    return .picture(
      PictureFile(
        path: path, bytes: body.contents.count, sha256: body.sha256, header: header, url: url),
      state)
  }
}
