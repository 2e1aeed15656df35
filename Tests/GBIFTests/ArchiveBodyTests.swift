import ByteStreams
import Foundation
import GBIF
import StandIn
import Testing

@testable import Fetching
@testable import Transfers
@testable import gbif_wait

/// Whether what a server sends is added to the bytes that are there.
struct ArchiveBodyTests {
  /// What a server says of the rest of a file of 10 bytes, of which 4 are there, and whether it is
  /// taken for that.
  static let parts: [(fields: [(String, String)], isTaken: Bool)] = [
    ([("Content-Range", "bytes 4-9/10"), ("ETag", "\"a\""), ("Last-Modified", "then")], true),
    ([("Content-Range", "bytes 4-9/10")], true),
    ([("Content-Range", "bytes 4-9/*"), ("ETag", "\"a\"")], true),
    ([("Content-Range", "bytes 4-9/10"), ("ETag", "\"b\"")], false),
    ([("Content-Range", "bytes 4-9/10"), ("ETag", "\"a\""), ("Last-Modified", "now")], false),
    ([("Content-Range", "bytes 4-10/11"), ("ETag", "\"a\"")], false),
    ([("Content-Range", "bytes 3-9/10"), ("ETag", "\"a\"")], false),
    ([("Content-Range", "bytes 5-9/10"), ("ETag", "\"a\"")], false),
    ([("ETag", "\"a\"")], false), ([("Content-Range", "nonsense")], false),
  ]

  private func head(_ status: Int, _ fields: [(String, String)]) -> ResponseHead {
    ResponseHead(status: status, fields: fields.map { (name: $0.0, value: $0.1) }, retryAfter: nil)
  }

  /// A body with the first four bytes of ten.
  private func begun(_ path: String) throws -> ArchiveBody {
    let body = ArchiveBody(try PartialFile.open(path), size: 10)
    let whole = [("Content-Length", "10"), ("ETag", "\"a\""), ("Last-Modified", "then")]
    #expect(body.begin(head(200, whole)))
    let bytes: [UInt8] = [1, 2, 3, 4]
    let isTaken = body.receive(bytes.span)
    #expect(isTaken)
    return body
  }

  @Test(arguments: parts.indices)
  func `a part is added only where nothing speaks against it`(_ index: Int) throws {
    let (fields, isTaken) = Self.parts[index]
    let folder = try Folder()
    let body = try begun(folder.path("k.zip"))
    #expect(body.canGoOn && body.count == 4)
    #expect(body.begin(head(206, fields)) == isTaken)
    #expect((body.objection == nil) == isTaken)
    #expect(body.count == 4)
  }

  @Test func `a whole answer begins at the first byte, and its size must be right`() throws {
    let folder = try Folder()
    let body = try begun(folder.path("k.zip"))
    #expect(!body.begin(head(200, [("Content-Length", "11")])))
    #expect(body.count == 4)
    body.restart()
    #expect(body.begin(head(200, [("Content-Length", "10")])))
    #expect(body.count == 0)
  }

  @Test(arguments: [3, 5])
  func `of a whole answer of another size nothing is left to go on with`(_ count: Int) throws {
    let folder = try Folder()
    let record = #"{"key":"0000001-250827131500795","status":"SUCCEEDED","size":4}"#
    let status = try DownloadStatus(answer: Array(record.utf8))
    let file = try IncomingFile(status, folder.path("k.zip"), .standard, .retrying)
    let job = file.job
    for _ in 1...2 {
      #expect(job.body.begin(head(200, [("ETag", "\"a\"")])))
      let bytes = [UInt8](repeating: 1, count: count)
      let isTaken = job.body.receive(bytes.span)
      #expect(isTaken)
      let result = FetchResult(
        job: 1, failure: nil, head: head(200, []), url: "http://h/", attempts: 1)
      if case .whole = try file.verdict(result) { throw Unexpected() }
    }
    file.leave()
    #expect(folder.names().isEmpty)
  }

  @Test(
    arguments: [
      ("\"a\"", "then", "If-Range: \"a\""), ("W/\"a\"", "then", "If-Range: then"),
      (nil, "then", "If-Range: then"), ("W/\"a\"", nil, nil), (nil, nil, nil),
    ] as [(String?, String?, String?)])
  func `the condition is the strongest that is known`(
    _ etag: String?, _ date: String?, _ condition: String?
  ) {
    let fields = [("ETag", etag), ("Last-Modified", date)].compactMap { name, value in
      value.map { (name, $0) }
    }
    let validators = Validators(head(200, fields))
    #expect(validators.condition == condition)
    #expect(Validators(note: validators.json) == validators)
  }
}
