import Foundation
import Testing

@testable import ByteStreams

/// Blocks that are read again in any order.
struct BlockSpoolTests {
  private static let blocks: [[UInt8]] = [
    Array("one".utf8), [UInt8](repeating: 7, count: 3_000_000), [],
    (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31) }, Array("last".utf8),
  ]

  private static func append(_ bytes: [UInt8], to spool: BlockSpool) throws -> BlockSpool.Block {
    try unsafe bytes.withUnsafeBytes { try unsafe spool.append($0) }
  }

  private static func read(_ block: BlockSpool.Block, of spool: BlockSpool) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0xFF, count: block.count)
    try unsafe bytes.withUnsafeMutableBytes { try unsafe spool.read(block, into: $0) }
    return bytes
  }

  @Test func `blocks come back in any order, also between others that are written`() throws {
    let spool = try BlockSpool.create()
    var written = [BlockSpool.Block]()
    for bytes in Self.blocks {
      written.append(try Self.append(bytes, to: spool))
      for (block, expected) in zip(written, Self.blocks).reversed() {
        #expect(try Self.read(block, of: spool) == expected)
      }
    }
  }

  @Test func `a block of another spool is not taken for one's own`() throws {
    let (long, short) = (try BlockSpool.create(), try BlockSpool.create())
    let block = try Self.append(Array("a block".utf8), to: long)
    #expect(throws: StreamError.self) { try Self.read(block, of: short) }
    _ = try Self.append(Array("another".utf8), to: short)
    #expect(try Self.read(block, of: long) == Array("a block".utf8))
  }

  /// In a process of its own, as the environment belongs to all tests.
  @Test func `the folder is that of TMPDIR`() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("TMPDIR", "/nowhere", 1)
      #expect(throws: StreamError.self) { _ = try BlockSpool.create() }
    }
  }
}
