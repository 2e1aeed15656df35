internal import Glibc

/// The bytes of one member, unpacked on a thread of their own a few buffers ahead, so that
/// unpacking and parsing each have a core.
public struct ReadAhead: ~Copyable {
  /// Below this size a thread costs more than it saves.
  private static let worthwhile = 1 << 18

  private enum Source: ~Copyable {
    case direct(MemberReader)
    case ahead(BufferExchange)
  }

  private let source: Source

  /// Begins to read.
  /// - Throws: `ArchiveError`.
  public static func open(
    _ member: ArchiveMember, of archive: Archive
  ) throws(ArchiveError) -> ReadAhead {
    let reader = try archive.open(member)
    if let size = member.size, size < worthwhile { return ReadAhead(source: .direct(reader)) }
    // Without a thread it is slower, no worse.
    guard let exchange = BufferExchange(reader) else {
      return ReadAhead(source: .direct(try archive.open(member)))
    }
    return ReadAhead(source: .ahead(exchange))
  }

  private init(source: consuming Source) { self.source = source }

  deinit {
    // The thread may be in the middle of a buffer; it stops at its end.
    if case .ahead(let exchange) = source { exchange.stop() }
  }

  /// Reads at least one byte, as many as are there and fit; 0 is the end.
  /// - Throws: `ArchiveError`, after all bytes that were whole.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    switch source {
    case .direct(let reader): try unsafe reader.read(into: buffer)
    case .ahead(let exchange): try unsafe exchange.take(into: buffer)
    }
  }
}
