import ByteStreams
import Fetching
import ImageRecords
import Images
import Records
import Testing

@testable import img_fetch

/// What the journal keeps, and what is read from it.
struct JournalEntryTests {
  private static let picture = PictureFile(
    path: "7/\u{e9}\".jpg", bytes: 1234, sha256: "ab", header: .sample, url: "http://a.example/\\")
  private static let failed = Failed(
    failure: FetchFailure("http_404", http: 404, "not\nthere"), attempts: 3)

  @Test(arguments: [nil, 1024])
  func `an entry of a picture is read as it was written`(side: Int?) throws {
    let state = FileState(bytes: 1234, modified: 1_700_000_000_123_456_789)
    let url = try #require(Self.picture.url)
    guard
      case .fetched(let picture, let kept, side, isSent: false) = read(
        .fetched(Self.picture, state, side: side), url, of: url)
    else { throw Unread() }
    #expect(kept == state)
    #expect(picture.json.bytes == Self.picture.json.bytes)
  }

  @Test func `an entry of a failure is read as it was written`() throws {
    guard case .failed(let failed, nil) = read(.failed(Self.failed, limit: 7), "u", of: "u")
    else { throw Unread() }
    #expect(failed.json.bytes == Self.failed.json.bytes)
    let large = Failed(failure: FetchFailure("too_large"), attempts: 1)
    guard case .failed(_, limit: 7) = read(.failed(large, limit: 7), "u", of: "u")
    else { throw Unread() }
  }

  @Test func `entries about names are read as they were written`() throws {
    guard case .taken("a/b.jpg") = read(.taken("a/b.jpg"), "u", of: "u") else { throw Unread() }
    let key = JournalEntry.key(of: "a/b.jpg", url: "u")
    guard case .named(isSent: false) = read(.named(), key, of: key) else { throw Unread() }
    #expect(isUnread(.named(), key, of: "u"))
  }

  @Test func `that a picture was sent away is read too`() throws {
    var reader = JournalEntryReader()
    func sent(_ entry: JournalEntry, _ url: String) -> [UInt8] {
      entry.json(url: url).dropLast() + Array(#","sent":"s3://b/x"}"#.utf8)
    }
    let state = FileState(bytes: 1234, modified: 7)
    let fetched = sent(.fetched(Self.picture, state, side: nil), "u")
    guard case .fetched(_, state, side: nil, isSent: true) = reader.read(fetched, of: "u")
    else { throw Unread() }
    guard case .named(isSent: true) = reader.read(sent(.named(), "u"), of: "u")
    else { throw Unread() }
  }

  @Test(arguments: ["http://a.example/2", "http://a.example/", "http://a.example/e\u{301}", ""])
  func `another URL's entry is never taken`(other: String) {
    let entry = JournalEntry.failed(Self.failed, limit: nil)
    #expect(isUnread(entry, "http://a.example/\u{e9}", of: other))
  }

  @Test(arguments: [
    "", "x", "{}", #"{"url":"u","image":{"status":"ok"}}"#,
    #"{"url":"u","image":{"status":"failed"}}"#,
    #"{"url":"u","modified":1,"image":{"status":"ok","path":"p","sha256":"s","url":"u"}}"#,
  ])
  func `an entry that lacks something is none`(line: String) {
    var reader = JournalEntryReader()
    let entry = reader.read(Array(line.utf8), of: "u")
    #expect(isNone(entry))
  }

  private struct Unread: Error {}

  private func isUnread(_ entry: JournalEntry, _ url: String, of asked: String) -> Bool {
    isNone(read(entry, url, of: asked))
  }

  private func isNone(_ entry: JournalEntry?) -> Bool {
    if case nil = entry { true } else { false }
  }

  private func read(_ entry: JournalEntry, _ url: String, of asked: String) -> JournalEntry? {
    var reader = JournalEntryReader()
    return reader.read(entry.json(url: url), of: asked)
  }
}

extension ImageHeader {
  fileprivate static let sample = ImageHeader(
    kind: .jpeg, width: 40, height: 30, orientation: 6, isComplete: false)
}
