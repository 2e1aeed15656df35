import ByteStreams
import Digests
import Pixels

/// A file that another thread is to read.
struct ViewingOrder: Sendable {
  let number: Int
  let path: String?
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
