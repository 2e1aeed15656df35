import Foundation
import StandIn
import Testing

/// What `gbif-wait --download` brings in.
struct FileDownloadTests {
  @Test(arguments: ["", "standin:file-503", "standin:file-429"])
  func `the file comes in whole, and its path into the record`(_ faults: String) throws {
    let desk = try Desk()
    let key = try desk.key(faults)
    let outcome = try desk.wait(["--download", "dl/deep", key])
    #expect(outcome.status == 0)
    #expect(outcome.out.hasSuffix(#","path":"dl/deep/\#(key).zip"}"# + "\n"))
    #expect(desk.fileSize("dl/deep/\(key).zip") == (try outcome.size))
    #expect(desk.work.names(in: "dl/deep") == ["\(key).zip"])
    #expect(desk.gbif.log.allSatisfy { $0.method == "POST" || !$0.authorization })
  }

  @Test func `a file that is there is not fetched again`() throws {
    let desk = try Desk()
    let key = try desk.key()
    let first = try desk.wait(["--download", "dl", key])
    let second = try desk.wait(["--download", "dl", key])
    #expect(second.out == first.out)
    #expect(desk.fetches.count == 1)
  }

  @Test func `a transfer that breaks goes on where it broke, and fetches no byte twice`() throws {
    let archive = try Folder.noise(bytes: 1 << 20)
    let desk = try Desk(["--archive", archive.url.path()])
    let key = try desk.key("standin:cut")
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 0)
    #expect(desk.fileSize("dl/\(key).zip") == (try outcome.size))
    #expect(desk.fetches.count > 2)
    #expect(desk.fetches.dropFirst().allSatisfy { $0.range != nil && $0.status == 206 })
    let block = 1 << 16
    let sent = desk.fetches.map(\.bytes).reduce(0, +)
    #expect(sent <= (try outcome.size) + block * desk.fetches.count)
    // The noise comes out of the zip as it went in.
    let unzip = Process()
    unzip.executableURL = URL(filePath: "/usr/bin/env")
    unzip.arguments = [
      "python3", "-m", "zipfile", "-e", desk.work.path("dl/\(key).zip"), desk.work.path("out"),
    ]
    try unzip.run()
    unzip.waitUntilExit()
    let noise = FileManager.default.contents(atPath: archive.path("noise"))
    #expect(FileManager.default.contents(atPath: desk.work.path("out/noise")) == noise)
  }

  @Test(arguments: [SIGKILL, SIGINT])
  func `another run goes on where one was ended`(_ signal: Int32) throws {
    let archive = try Folder.noise(bytes: 1 << 20)
    let desk = try Desk(["--archive", archive.url.path()])
    let key = try desk.key("standin:cutx1")
    // So that it is known to have ended when the next run asks.
    _ = try desk.wait([key])
    let run = try desk.start("gbif-wait", ["--interval", "30", "--download", "dl", key])
    #expect(run.says("again in"))
    run.send(signal)
    #expect(run.finish().status == 128 + signal)
    #expect(desk.work.names(in: "dl") == ["\(key).zip.part", "\(key).zip.part.note"])
    let part = try #require(desk.fileSize("dl/\(key).zip.part"))
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 0)
    #expect(desk.fetches.last?.range == "bytes=\(part)-")
    #expect(desk.fetches.last?.status == 206)
    #expect(desk.work.names(in: "dl") == ["\(key).zip"])
  }

  @Test(arguments: [#"{"etag":"\"other\""}"#, ""])
  func `bytes of another file, or of nobody knows which, are not gone on with`(
    _ note: String
  ) throws {
    let desk = try Desk()
    let key = try desk.key()
    try desk.work.makeFolder("dl")
    try desk.work.write("no zip", to: "dl/\(key).zip.part")
    if !note.isEmpty { try desk.work.write(note, to: "dl/\(key).zip.part.note") }
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 0)
    #expect(desk.fetches.last?.status == 200)
    let file = FileManager.default.contents(atPath: desk.work.path("dl/\(key).zip"))
    #expect(file?.starts(with: Array("PK".utf8)) == true)
    #expect(file?.count == (try outcome.size))
  }

  @Test func `a file that another process has is left to it`() throws {
    let desk = try Desk()
    let key = try desk.key()
    try desk.work.makeFolder("dl")
    try desk.work.write("", to: "dl/\(key).zip.part")
    let file = try #require(FileHandle(forWritingAtPath: desk.work.path("dl/\(key).zip.part")))
    #expect(flock(file.fileDescriptor, LOCK_EX) == 0)
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 73)
    #expect(outcome.err.hasSuffix("\(key).zip.part: another process is at it\n"))
    try file.close()
    #expect(try desk.wait(["--download", "dl", key]).status == 0)
  }

  @Test func `a file that is named twice comes once`() throws {
    let desk = try Desk()
    let key = try desk.key()
    let told = try desk.wait([key])
    let doi = try #require(told.out.firstMatch(of: /"doi":"([^"]+)"/)).1
    let outcome = try desk.wait(["--download", "dl", key, String(doi)])
    #expect(outcome.status == 0)
    #expect(outcome.out.split(separator: "\n").count == 1)
    #expect(desk.fetches.count == 1)
  }

  @Test func `a file that no way leads to is not asked for again and again`() throws {
    let desk = try Desk()
    let key = try desk.key("standin:file-loop")
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 69)
    #expect(outcome.err.hasSuffix("gbif-wait: \(key).zip: more than 8 redirects\n"))
    #expect(desk.fetches.count == 8)
    #expect(desk.work.names(in: "dl").isEmpty)
  }

  @Test func `a file of the wrong size gets no name`() throws {
    let desk = try Desk()
    let key = try desk.key("standin:short")
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 69)
    #expect(outcome.err.contains("bytes, and GBIF says"))
    #expect(!outcome.out.contains(#""path""#))
    #expect(desk.work.names(in: "dl").isEmpty)
  }

  @Test func `a folder that can't be made is told before anything is waited for`() throws {
    let desk = try Desk()
    let key = try desk.key()
    #expect(try desk.wait(["--download", "p.json/dl", key]).status == 73)
    #expect(!desk.answers(to: "GET").contains(200))
  }
}
