import Foundation
import Journals
import Testing
import Trials

/// The files of a journal, and who may remove them.
struct SegmentTests {
  @Test func `who had nothing to write leaves nothing`() throws {
    let folder = try Folder()
    do { _ = try Journal.open(folder.journal) }
    #expect(try folder.segments == [])
  }

  @Test func `each has a file of its own, and reads those of all others`() throws {
    let folder = try Folder()
    var first = try Journal.open(folder.journal)
    var second = try Journal.open(folder.journal)
    try first.append(entry("u", "1"), of: "u")
    try second.append(entry("v", "2"), of: "v")
    #expect(first.unfinishedPrefix(of: "u") != second.unfinishedPrefix(of: "u"))
    #expect(try folder.segments.count == 2)
    let third = try Journal.open(folder.journal)
    #expect(third.count == 2)
    #expect(try third.entry(of: "u") == entry("u", "1"))
    #expect(try third.entry(of: "v") == entry("v", "2"))
    #expect(try second.entry(of: "u") == nil)
  }

  @Test func `the empty file of the living stays, that of the dead goes`() throws {
    let folder = try Folder()
    let living = try Journal.open(folder.journal)
    let name = try #require(try folder.segments.first)
    try folder.write([], to: "journal/1-1-0.ndjson")
    _ = try Journal.open(folder.journal)
    #expect(try folder.segments == [name])
    #expect(living.count == 0)
  }

  @Test func `unfinished files of the dead that have another name stay until they are known`()
    throws
  {
    let folder = try Folder()
    var prefix = ""
    do {
      let dead = try Journal.open(folder.journal)
      prefix = dead.unfinishedPrefix(of: "u")
    }
    try Data([1]).write(to: URL(filePath: prefix + "1"))
    try FileManager.default.linkItem(atPath: prefix + "1", toPath: folder.file("picture"))
    try FileManager.default.linkItem(atPath: prefix + "1", toPath: prefix + "2-copy")
    try Data([1]).write(to: URL(filePath: prefix + "3"))
    try FileManager.default.linkItem(atPath: prefix + "3", toPath: prefix + "3-copy")
    var journal = try Journal.open(folder.journal)
    #expect(journal.leftovers(of: "u") == [prefix + "1"])
    #expect(journal.leftovers(of: "v") == [])
    journal.removeLeftovers(of: "u")
    #expect(try folder.segments.filter { $0.contains("part-") } == [])
    #expect(try folder.read("picture") == [1])
    #expect(journal.leftovers(of: "u") == [])
  }

  @Test func `unfinished files of the dead go, those of the living stay`() throws {
    let folder = try Folder()
    try folder.keep(("u", "ok"))
    let dead = try #require(try folder.segments.first)
    let living = try Journal.open(folder.journal)
    let unfinished = living.unfinishedPrefix(of: "u") + "7"
    try Data("half".utf8).write(to: URL(filePath: unfinished))
    for name in ["\(dead).part-1", "\(dead).part-2-copy", "1-1-0.ndjson.part-3"] {
      try folder.write([1], to: "journal/\(name)")
    }
    for name in ["notes", "\(dead).copy", "a.b.c", "x.part-1"] {
      try folder.write([1], to: "journal/\(name)")
    }
    do { _ = try Journal.open(folder.journal) }
    let left = try folder.segments.filter { $0.contains(".ndjson.part-") }
    #expect(left == [URL(filePath: unfinished).lastPathComponent])
    // What is not its own it leaves alone.
    let others = ["notes", "\(dead).copy", "a.b.c", "x.part-1"]
    #expect(try Set(folder.segments).isSuperset(of: others))
    #expect(living.count == 1)
  }

  @Test func `many that come and go at once lose nothing`() throws {
    let folder = try Folder()
    let path = folder.journal
    let failures = (0..<8).map { thread in Background { comeAndGo(60, path, "\(thread)") } }
    #expect(failures.compactMap { $0.wait() ?? nil } == [])
    let journal = try Journal.open(path)
    #expect(journal.count == 8 * 20)
    #expect(try folder.segments.count == 8 * 20 + 1)
  }

  /// Opens a journal so many times, and keeps something each third; gives what went wrong.
  private func comeAndGo(_ turns: Int, _ path: String, _ name: String) -> String? {
    do {
      for turn in 0..<turns {
        var journal = try Journal.open(path)
        guard turn % 3 == 0 else { continue }
        try journal.append(entry("\(name) \(turn)", "ok"), of: "\(name) \(turn)")
      }
      return nil
    } catch {
      return "\(error)"
    }
  }
}
