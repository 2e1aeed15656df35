import Foundation
import StandIn
import Testing

/// What `gbif-wait --download` makes of files that come in pieces, damaged, or not at all.
struct BrokenDownloadTests {
  @Test func `a file that breaks off twenty times comes whole, and no byte comes twice`() throws {
    let archive = try Folder.noise(bytes: 20 << 20)
    let desk = try Desk(["--archive", archive.url.path()])
    let key = try desk.key("standin:pieces")
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 0)
    #expect(desk.fetches.count == 21)
    #expect(desk.fileSize("dl/\(key).zip") == (try outcome.size))
    let block = 1 << 16
    #expect(desk.bytesSent <= (try outcome.size) + block)
  }

  @Test func `a run that is killed while bytes come in is gone on with, twice`() throws {
    let archive = try Folder.noise(bytes: 1 << 20)
    let desk = try Desk(["--archive", archive.url.path()])
    let key = try desk.key("standin:file-stallx2")
    let size = try desk.wait([key]).size
    for half in [size / 2, size / 2 + (size - size / 2) / 2] {
      let run = try desk.start("gbif-wait", ["--download", "dl", key])
      #expect(run.comes { desk.fileSize("dl/\(key).zip.part") == half })
      run.send(SIGKILL)
      _ = run.finish()
      #expect(desk.work.names(in: "dl") == ["\(key).zip.part", "\(key).zip.part.note"])
    }
    #expect(try desk.wait(["--download", "dl", key]).status == 0)
    #expect(desk.fetches.count == 3 && desk.bytesSent == size)
    #expect(desk.work.names(in: "dl") == ["\(key).zip"])
  }

  @Test func `a file that was replaced meanwhile comes from its first byte`() throws {
    let archive = try Folder.noise(bytes: 1 << 20)
    let desk = try Desk(["--archive", archive.url.path()])
    let key = try desk.key("standin:replaced standin:piecesx1")
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 0)
    #expect(desk.fetches.map(\.status) == [200, 200])
    #expect(desk.fetches.last?.range != nil)
    #expect(desk.fetches.last?.bytes == (try outcome.size))
  }

  @Test func `a damaged archive is fetched once more, and then has no name`() throws {
    let desk = try Desk()
    let key = try desk.key("standin:corrupt")
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 69)
    #expect(outcome.err.contains(/occurrence.txt: .*; ask GBIF anew/))
    #expect(outcome.out.contains(key) && !outcome.out.contains(#""path""#))
    #expect(desk.fetches.count == 2)
    #expect(desk.work.names(in: "dl").isEmpty)
  }

  @Test func `an archive that was damaged once comes whole the second time`() throws {
    let desk = try Desk()
    let key = try desk.key("standin:corruptx1")
    #expect(try desk.wait(["--download", "dl", key]).status == 0)
    #expect(desk.work.names(in: "dl") == ["\(key).zip"])
  }

  @Test func `bytes that are all there are looked into before they get a name`() throws {
    let desk = try Desk()
    let key = try desk.key("standin:corruptx1 standin:file-stall")
    // All of a damaged file, from a run that was ended before it could look into it.
    let told = try desk.wait([key])
    try desk.work.makeFolder("dl")
    let bytes = String(repeating: "x", count: try told.size)
    try desk.work.write(bytes, to: "dl/\(key).zip.part")
    try desk.work.write("{}", to: "dl/\(key).zip.part.note")
    let outcome = try desk.wait(["--download", "dl", "--timeout", "0.2", key])
    #expect(outcome.err.contains("unrecognized archive format"))
    #expect(!desk.work.names(in: "dl").contains("\(key).zip"))
  }

  @Test func `a file that is no zip is not looked into`() throws {
    let desk = try Desk()
    let out = try desk.post([
      "--format", "SIMPLE_AVRO", "--description", "standin:corrupt", "p.json",
    ]).out
    let key = out.split(separator: "\"").dropFirst(3).first.map(String.init) ?? ""
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 0)
    #expect(desk.work.names(in: "dl") == ["\(key).avro"])
  }

  @Test func `where GBIF tells no size the archive itself tells whether it is whole`() throws {
    let desk = try Desk()
    let whole = try desk.key("standin:no-size")
    #expect(try desk.wait(["--download", "dl", whole]).status == 0)
    let short = try desk.key("standin:no-size standin:short")
    let outcome = try desk.wait(["--download", "dl", short])
    #expect(outcome.status == 69)
    #expect(desk.work.names(in: "dl") == ["\(whole).zip"])
  }

  @Test func `a file that GBIF has erased is told so, and what to do`() throws {
    let desk = try Desk()
    let key = try desk.key("standin:file-410")
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 69)
    #expect(outcome.err.contains("GBIF has erased the file; ask for it anew"))
    #expect(desk.work.names(in: "dl").isEmpty)
  }

  @Test func `a file that can't grow is an error, and is gone on with later`() throws {
    let archive = try Folder.noise(bytes: 1 << 20)
    let desk = try Desk(["--archive", archive.url.path()])
    let key = try desk.key()
    let outcome = try desk.shell(
      "trap '' XFSZ; ulimit -f 500; gbif-wait --interval 0.02 --download dl \(key)")
    #expect(outcome.status == 74)
    #expect(outcome.err.contains("\(key).zip.part: file too large"))
    #expect(outcome.out.contains(key) && !outcome.out.contains(#""path""#))
    #expect(desk.fileSize("dl/\(key).zip.part") ?? 0 > 0)
    #expect(try desk.wait(["--download", "dl", key]).status == 0)
    #expect(desk.fetches.last?.status == 206)
  }

  @Test func `a disk without room is told before the first byte`() throws {
    let archive = try Folder.noise(bytes: 1 << 20)
    let desk = try Desk(["--archive", archive.url.path()])
    let (one, other) = (try desk.key("standin:one"), try desk.key("standin:other"))
    try desk.work.makeFolder("dl")
    guard try desk.shell("mount -t tmpfs -o size=1500k tmpfs dl").status == 0 else {
      return print("passed over: a disk without room, nothing can be mounted here")
    }
    defer { _ = try? desk.shell("umount dl") }
    let outcome = try desk.wait(["--download", "dl", one, other])
    #expect(outcome.status == 74)
    #expect(outcome.err.contains("dl: room for "))
    #expect(desk.work.names(in: "dl").count == 1)
    #expect(desk.fetches.count == 1)
  }
}
