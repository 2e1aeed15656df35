import ByteStreams
import Fetching
import ImageRecords
import Invocation
import SizeVariants

/// What a journal's entry about a URL means for this run.
struct Recollection: ~Copyable {
  /// What is known of a URL.
  enum Answer {
    case nothing
    /// The picture is there, as it was left.
    case picture(PictureFile)
    /// It was sent away, as it was in this state, and is not there.
    case sent(PictureFile, FileState)
    /// It was there, and is not as it was left, or is whole and smaller than is wanted now.
    case earlier(path: String, isWhole: Bool)
    case failed(Failed)
    /// The name that it was to get had another picture.
    case taken(String)
  }

  private var reader = JournalEntryReader()
  private let folder: String
  private let base: String
  private let retriesFailed: Bool
  private let ignoresRobotsTag: Bool
  private let maxSide: Int?
  private let maxBytes: Int

  /// What entries mean under these options.
  init(_ options: ImgFetch, base: String) {
    self.base = base
    folder = options.folder
    retriesFailed = options.retryFailed
    ignoresRobotsTag = options.ignoreRobotsTag
    maxSide = options.maxSide
    maxBytes = options.maxBytes.bytes
  }

  /// What the last entry of a URL says, if there is one.
  mutating func answer(_ line: [UInt8]?, of url: String) -> Answer {
    guard let line else { return .nothing }
    switch reader.read(line, of: url) {
    case .fetched(var picture, let state, let side, var isSent):
      picture.path = folder + picture.path
      let present = FileState(of: base + picture.path)
      isSent = isSent && present == nil
      let isWhole = present == state || isSent
      guard isWhole, isLargeEnough(picture, side, of: url) else {
        return .earlier(path: picture.path, isWhole: isWhole)
      }
      return isSent ? .sent(picture, state) : .picture(picture)
    case .failed(let failed, let limit) where !retriesFailed && !isLifted(failed.failure, limit):
      return .failed(failed)
    case .taken(let path) where !retriesFailed: return .taken(folder + path)
    case .failed, .taken, .named, nil: return .nothing
    }
  }

  /// Whether an entry says that a picture got a further name, and whether it was sent away under
  /// that; `nil` where it is about something else.
  mutating func isSent(_ line: [UInt8]?, under key: String) -> Bool? {
    guard let line, case .named(let isSent) = reader.read(line, of: key) else { return nil }
    return isSent
  }

  /// Whether a picture that was asked for with `side` is what would be asked for now, or larger.
  private func isLargeEnough(_ picture: PictureFile, _ side: Int?, of url: String) -> Bool {
    guard let side else { return true }
    guard let maxSide else { return false }
    return maxSide <= side || SizeVariant(of: url, side: maxSide)?.url == picture.url
  }

  /// Whether an option lets through what failed without it.
  private func isLifted(_ failure: FetchFailure, _ limit: Int?) -> Bool {
    if let limit, maxBytes > limit { return true }
    return ignoresRobotsTag && Robots.isRefusal(failure)
  }
}
