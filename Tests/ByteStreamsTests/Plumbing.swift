import Glibc

@testable import ByteStreams

/// A stream of which each read gives one of the pieces.
func stream(inPieces pieces: [[UInt8]]) -> Descriptor {
  var ends: [Int32] = [-1, -1]
  _ = unsafe socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends)
  for piece in pieces { _ = unsafe write(ends[1], piece, piece.count) }
  close(ends[1])
  return Descriptor(number: ends[0], name: "pieces")
}

/// The error that `body` throws.
func failure(_ body: () throws(StreamError) -> Void) -> StreamError? {
  do throws(StreamError) {
    try body()
    return nil
  } catch {
    return error
  }
}
