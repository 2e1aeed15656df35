internal import ByteStreams
internal import Digests

/// A body while it comes in: its file, and the SHA-256 of its bytes so far.
final class UnfinishedBody {
  private let file: UnfinishedFile
  private var digest = Digest(.sha256)

  init(_ path: String) throws(StreamError) { file = try UnfinishedFile(path) }

  func append(_ bytes: [UInt8]) throws(StreamError) {
    digest.append(bytes.span)
    try file.append(bytes)
  }

  /// Ends the writing with the last bytes, and calls `body` with what came.
  func settle<Result>(
    appending bytes: [UInt8], _ body: (borrowing WholeBody) throws(StreamError) -> Result
  ) throws(StreamError) -> Result {
    digest.append(bytes.span)
    return try file.settle(appending: bytes, digest.finish(), body)
  }
}
