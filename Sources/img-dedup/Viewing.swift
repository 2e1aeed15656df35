import ByteStreams
import Digests
import Pixels
import Threads

/// A file that another thread is to read.
struct ViewingOrder: Sendable {
  let path: String?
  /// What the record tells of it, and what was known of one with that hash.
  let hash: PictureHash?
  let known: FingerprintMember.Value
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
  /// No picture's file is larger.
  private static let largestFile = 1 << 30

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
      do throws(PixelError) {
        let viewer = try Viewer(folder, notion)
        return { viewer.view($0) }
      } catch {
        return { _ in .undecodable(error) }
      }
    }
  }

  func view(_ order: ViewingOrder) -> View {
    do throws(StreamError) {
      guard let path = order.path else { throw StreamError(.cannotOpen, "image", "has no path") }
      guard notion.decodes else { return .seen(hash: try hash(of: path), .init()) }
      let bytes = try folder.contents(of: path, limit: Self.largestFile)
      return decode(bytes, Self.hash(of: bytes.span))
    } catch {
      return .unreadable(error)
    }
  }

  private func decode(_ bytes: [UInt8], _ hash: PictureHash) -> View {
    var value = FingerprintMember.Value()
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

  private func hash(of path: String) throws(StreamError) -> PictureHash {
    var digest = Digest(.sha256)
    try folder.read(path) { digest.append($0) }
    return PictureHash(Array(digest.finish().utf8).span)
  }

  private static func hash(of bytes: Span<UInt8>) -> PictureHash {
    var digest = Digest(.sha256)
    digest.append(bytes)
    return PictureHash(Array(digest.finish().utf8).span)
  }
}
