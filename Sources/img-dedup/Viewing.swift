import ByteStreams
import Digests
import ImageRecords
import Pixels
import Threads

/// A file that another thread is to read.
struct ViewingOrder: Sendable {
  let path: String?
  /// What an earlier run found out, of this file or of another.
  let known: FingerprintMember.Known?
}

/// What came of reading a file.
enum View: Sendable {
  case seen(hash: PictureHash, FingerprintMember.Value)
  /// It can't be read.
  case unreadable(StreamError)
  /// It can be read, but not decoded.
  case undecodable(PixelError)
}

/// Reads files and decodes them for what a notion of sameness asks for; one for each thread.
struct Viewer: ~Copyable {
  private let folder: BaseFolder
  private let notion: Notion
  private let reader: PictureReader

  init(_ folder: BaseFolder, _ notion: Notion) throws(PixelError) {
    self.folder = folder
    self.notion = notion
    reader = try PictureReader()
  }

  /// Threads that view.
  static func room(
    _ folder: BaseFolder, _ notion: Notion, threads: Int
  ) -> WorkRoom<ViewingOrder, View> {
    WorkRoom(threads: threads) {
      let viewer = try Viewer(folder, notion)
      return { viewer.view($0) }
    }
  }

  func view(_ order: ViewingOrder) -> View {
    do throws(StreamError) {
      guard let path = order.path else { throw StreamError(.cannotOpen, "image", "has no path") }
      guard notion.decodes else { return try read(path) }
      let bytes = try folder.contents(of: path, limit: PictureFile.largestDecoded)
      let hash = Self.hash(of: bytes.span)
      return decode(bytes, hash, order.known?.value(of: hash) ?? .init())
    } catch {
      return .unreadable(error)
    }
  }

  private func decode(
    _ bytes: [UInt8], _ hash: PictureHash, _ known: FingerprintMember.Value
  ) -> View {
    var value = known
    value.size = value.size ?? PictureSize(bytes.span)
    if value.suffices(for: notion) { return .seen(hash: hash, value) }
    do throws(PixelError) {
      if notion == .pixels {
        value.pixels = PictureHash(prefix: try reader.pixelDigest(of: bytes.span).digits)
      } else {
        value.fingerprint = try reader.fingerprint(of: bytes.span)
      }
      return .seen(hash: hash, value)
    } catch {
      return .undecodable(error)
    }
  }

  private func read(_ path: String) throws(StreamError) -> View {
    let file = try FileSeen(path, in: folder, keeping: PictureFile.longestHeader)
    let hash = PictureHash(Array(file.sha256.utf8).span)
    return .seen(hash: hash, .init(size: PictureSize(file.start.span)))
  }

  private static func hash(of bytes: Span<UInt8>) -> PictureHash {
    var digest = Digest(.sha256)
    digest.append(bytes)
    return PictureHash(Array(digest.finish().utf8).span)
  }
}
