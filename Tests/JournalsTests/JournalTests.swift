import ByteStreams
import Foundation
import Journals
import Testing

/// What a journal remembers.
struct JournalTests {
  @Test func `what was kept is there when it is opened again`() throws {
    let folder = try Folder()
    try folder.keep(("http://a/1", "ok"), ("http://a/2", "failed"))
    #expect(try folder.state(of: "http://a/1") == #"{"url":"http://a/1","state":"ok"}"#)
    #expect(try folder.state(of: "http://a/2") == #"{"url":"http://a/2","state":"failed"}"#)
    #expect(try folder.state(of: "http://a/3") == nil)
  }

  @Test func `an entry is there at once for who added it`() throws {
    let folder = try Folder()
    var journal = try Journal.open(folder.journal)
    for number in 1...3 { try journal.append(entry("u", "\(number)"), of: "u") }
    #expect(try journal.entry(of: "u") == entry("u", "3"))
    #expect(journal.count == 1)
  }

  @Test func `the later entry counts, in one run and over several`() throws {
    let folder = try Folder()
    try folder.keep(("u", "1"), ("u", "2"))
    #expect(try folder.state(of: "u") == #"{"url":"u","state":"2"}"#)
    try folder.keep(("u", "3"))
    try folder.keep(("v", "4"))
    #expect(try folder.state(of: "u") == #"{"url":"u","state":"3"}"#)
    #expect(try folder.segments.count == 3)
  }

  @Test(arguments: ["plain", "\u{e9}", "e\u{301}", "quote\"", "back\\slash", "nul\0", "\u{1F41F}"])
  func `a URL of any letters is found again`(url: String) throws {
    let folder = try Folder()
    let written = try JSONSerialization.data(withJSONObject: ["url": url])
    do {
      var journal = try Journal.open(folder.journal)
      try journal.append(Array(written), of: url)
    }
    #expect(try folder.state(of: url) == String(decoding: written, as: UTF8.self))
  }

  @Test func `an entry torn at any byte is passed over, and what stands before it is not`() throws {
    let folder = try Folder()
    try folder.keep(("u", "1"), ("u", "2"))
    let name = try #require(try folder.segments.first)
    let bytes = try folder.read("journal/\(name)")
    let line = entry("u", "1").count + 1
    for count in 0..<bytes.count {
      try folder.write(bytes.prefix(count), to: "journal/\(name)")
      // An entry is whole without its line end.
      let whole = count < line - 1 ? nil : count < 2 * line - 1 ? "1" : "2"
      #expect(try folder.state(of: "u") == whole.map { #"{"url":"u","state":"\#($0)"}"# })
    }
  }

  @Test func `lines that are no entries harm no other`() throws {
    let folder = try Folder()
    try folder.keep(("u", "1"), ("v", "2"))
    let name = try #require(try folder.segments.first)
    let bytes = try folder.read("journal/\(name)")
    for junk in ["\0\0\0\0\n", "{}\n", "[1]\n", #"{"url":7}"# + "\n", "\n", "x\n"] {
      try folder.write(Array(junk.utf8) + bytes + Array(junk.utf8), to: "journal/\(name)")
      #expect(try folder.state(of: "u") == #"{"url":"u","state":"1"}"#)
      #expect(try folder.state(of: "v") == #"{"url":"v","state":"2"}"#)
    }
  }

  @Test func `a hundred thousand entries are all found`() throws {
    let folder = try Folder()
    let urls = (0..<100_000).map { "https://images.example.org/pictures/\($0)/original.jpg" }
    do {
      var journal = try Journal.open(folder.journal)
      for url in urls { try journal.append(entry(url, "ok"), of: url) }
      #expect(journal.count == urls.count)
    }
    let journal = try Journal.open(folder.journal)
    #expect(journal.count == urls.count)
    let found = try urls.count { try journal.entry(of: $0) == entry($0, "ok") }
    #expect(found == urls.count)
    #expect(try journal.entry(of: "https://images.example.org/") == nil)
  }

  @Test func `a folder that can't be made or written to is told`() throws {
    let folder = try Folder()
    try folder.write([], to: "file")
    for path in [folder.file("file"), folder.file("file/journal"), folder.file("no/journal")] {
      let error = #expect(throws: StreamError.self) { _ = try Journal.open(path) }
      #expect(error?.description.hasPrefix("\(path): ") == true)
    }
    let error = #expect(throws: StreamError.self) { _ = try Journal.open("/proc/journal") }
    #expect(error?.kind == .cannotCreate)
  }

  @Test func `more segments than a process may have open are read`() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.journal, withIntermediateDirectories: false)
    let urls = (0..<400).map { "u\($0)" }
    for (number, url) in urls.enumerated() {
      try folder.write(entry(url, "\(number)") + [0x0A], to: "journal/\(1000 + number)-1-0.ndjson")
    }
    func openFiles() throws -> Int {
      try Folder.names(in: "/proc/self/fd").compactMap {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
      }.filter { $0.hasPrefix(folder.journal) }.count
    }
    let journal = try Journal.open(folder.journal)
    for (number, url) in urls.enumerated() {
      #expect(try journal.entry(of: url) == entry(url, "\(number)"))
    }
    #expect(try openFiles() < 300)
  }
}
