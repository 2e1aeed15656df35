import ByteStreams
import Journals
import Testing

/// Which files a journal says that this kit wrote.
struct WrittenFilesTests {
  private static let entries: [(url: String, entry: String)] = [
    ("http://a/1", #"{"url":"http://a/1","modified":7,"image":{"path":"a/1.jpg","bytes":10}}"#),
    ("http://a/1\0b/1.jpg", #"{"url":"http://a/1\u0000b/1.jpg"}"#),
    ("http://a/2", #"{"url":"http://a/2","image":{"status":"failed","error":"http_404"}}"#),
    ("http://a/3", #"{"url":"http://a/3","taken":"c/3.jpg"}"#),
    ("e/5.jpg", #"{"name":"e/5.jpg","modified":7,"image":{"path":"e/5.jpg","bytes":10}}"#),
    ("http://a/4\0d/4.jpg", #"{"url":"http://a/4\u0000d/4.jpg"}"#),
  ]

  private let folder: Folder

  init() throws {
    folder = try Folder()
    var journal = try Journal.open(folder.journal)
    for (url, entry) in Self.entries { try journal.append(Array(entry.utf8), of: url) }
  }

  @Test(arguments: [
    ("a/1.jpg", true), ("b/1.jpg", true), ("e/5.jpg", true), ("1.jpg", false), ("a/1.jp", false),
  ])
  func `a file is known by its name, and by a further one`(path: String, isKnown: Bool) throws {
    var files = try WrittenFiles.open(folder.journal)
    #expect(try files.state(of: path) == (isKnown ? FileState(bytes: 10, modified: 7) : nil))
  }

  @Test(arguments: ["c/3.jpg", "d/4.jpg", "http://a/2", ""])
  func `a name that no picture has is not known`(path: String) throws {
    var files = try WrittenFiles.open(folder.journal)
    #expect(try files.state(of: path) == nil)
  }

  @Test func `each file is lent with its state as often as it is told of`() throws {
    var journal = try Journal.open(folder.journal)
    let again = #"{"url":"http://a/1","modified":8,"image":{"path":"a/1.jpg","bytes":11}}"#
    try journal.append(Array(again.utf8), of: "http://a/1")
    _ = consume journal
    let entries = try JournalEntries.read(folder.journal)
    var lent: [String] = []
    try entries.forEachFile { path, state in
      lent.append("\(path) \(state.bytes) \(state.modified)")
    }
    #expect(lent == ["a/1.jpg 10 7", "b/1.jpg 11 8", "e/5.jpg 10 7", "a/1.jpg 11 8"])
  }

  @Test func `who removes files has a journal alone`() throws {
    let one = try Journal.open(folder.journal)
    #expect(try JournalLock.take(folder.journal) == nil)
    let other = try WrittenFiles.open(folder.journal)
    _ = consume one
    #expect(try JournalLock.take(folder.journal) == nil)
    _ = consume other
    let lock = try #require(try JournalLock.take(folder.journal))
    #expect(try JournalLock.take(folder.journal) == nil)
    withExtendedLifetime(lock) {}
  }

  @Test func `that a file was sent is kept with all that was known of it`() throws {
    var files = try WrittenFiles.open(folder.journal)
    try files.note("a/1.jpg", sentTo: "s3://b/a \"1\".jpg")
    try files.note("b/1.jpg", sentTo: "s3://b/1.jpg")
    try files.note("nobody/knows.jpg", sentTo: "s3://b/2.jpg")
    #expect(
      try folder.state(of: "http://a/1")
        == Self.entries[0].entry.dropLast() + #","sent":"s3://b/a \"1\".jpg"}"#)
    #expect(
      try folder.state(of: "http://a/1\0b/1.jpg")
        == Self.entries[1].entry.dropLast() + #","sent":"s3://b/1.jpg"}"#)
    var again = try WrittenFiles.open(folder.journal)
    #expect(try again.state(of: "b/1.jpg") == FileState(bytes: 10, modified: 7))
  }
}
