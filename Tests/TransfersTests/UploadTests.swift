import Foundation
import Testing
import Transfers

/// Files that are sent.
struct UploadTests {
  /// Bytes in memory, some of which may be missing.
  private final class Source: BodySource {
    let size: Int
    private let missing: Int
    private let piece: Int

    init(_ size: Int, piece: Int = .max, missing: Int = 0) {
      self.size = size
      self.piece = piece
      self.missing = missing
    }

    static func byte(at offset: Int) -> UInt8 { UInt8(truncatingIfNeeded: offset &* 31 >> 3) }

    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) -> Int? {
      let count = min(buffer.count, piece, size - missing - offset)
      guard count > 0 else { return nil }
      for index in 0..<count { buffer[index] = Self.byte(at: offset + index) }
      return count
    }
  }

  @Test(arguments: [0, 1, 1000, 65_536, 3_000_000], ["http", "https"])
  func `a file is there as it was sent`(size: Int, scheme: String) throws {
    var engine = try Engine.withStandIn()
    let url = "\(scheme)://a.example/store/\(UUID().uuidString)"
    let sent = try engine.fetch(url) { $0.upload = Source(size, piece: 50_000) }
    #expect(sent.failure == nil)
    #expect(sent.head?.status == 201)
    let sink = Engine.Sink()
    _ = try engine.fetch(url, into: sink)
    #expect(sink.bytes == (0..<size).map { Source.byte(at: $0) })
    #expect(try engine.fetch(url) { $0.method = "HEAD" }.length == size)
  }

  @Test func `a file that became shorter is not sent`() throws {
    var engine = try Engine.withStandIn()
    let url = "http://a.example/store/\(UUID().uuidString)"
    let sent = try engine.fetch(url) { $0.upload = Source(1_000_000, missing: 1) }
    #expect(sent.failure?.cause == .sourceFailed)
    #expect(try engine.fetch(url) { $0.method = "HEAD" }.head?.status == 404)
  }

  @Test func `a connection that breaks in the middle of a file is a failure`() throws {
    var engine = try Engine.withStandIn()
    let url = "http://\(UUID().uuidString).example/torn/9/store/x"
    let sent = try engine.fetch(url) { $0.upload = Source(3_000_000) }
    #expect(sent.failure?.cause == .reset)
  }

  @Test func `a size that nobody tells is none`() throws {
    var engine = try Engine.withStandIn()
    let sent = try engine.fetch("http://a.example/mute/") { $0.totalTimeout = 1 }
    #expect(sent.length == nil)
  }

  @Test func `a name for the file that was sent takes the place of another`() {
    var shell = SecureShell(user: "u", knownHosts: "k")
    shell.rename(#"/a "b"/.part"#, to: #"/a "b"/c\d"#)
    #expect(
      shell.finalCommands == [
        #"*rm "/a \"b\"/c\\d""#, #"rename "/a \"b\"/.part" "/a \"b\"/c\\d""#,
      ])
  }
}
