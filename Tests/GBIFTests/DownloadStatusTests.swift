import Foundation
import GBIF
import Testing

/// GBIF's record of a download.
struct DownloadStatusTests {
  @Test(arguments: [
    ("PREPARING", DownloadState.preparing, false), ("RUNNING", .running, false),
    ("SUSPENDED", .suspended, false), ("SUCCEEDED", .succeeded, true),
    ("CANCELLED", .cancelled, true), ("KILLED", .killed, true), ("FAILED", .failed, true),
    ("FILE_ERASED", .fileErased, true), ("PENDING", .unknown("PENDING"), false),
    ("succeeded", .unknown("succeeded"), false), ("", .unknown(""), false),
  ])
  func `eight states are known, and five of them are final`(
    _ word: String, _ state: DownloadState, _ isFinal: Bool
  ) {
    #expect(DownloadState(word) == state)
    #expect(state.isFinal == isFinal)
    #expect(state.description == word)
  }

  @Test func `a record on several lines becomes one line with the same values`() throws {
    let answer = """
      {
        "key" : "0000001-250827131500795", "status" : "SUCCEEDED",
        "size" : 8329717.0e0, "note" : "two  blanks \\" and }"
      }
      """
    let status = try DownloadStatus(answer: Array(answer.utf8))
    #expect(
      String(decoding: status.json, as: UTF8.self)
        == #"{"key":"0000001-250827131500795","status":"SUCCEEDED","size":8329717.0e0,"#
        + #""note":"two  blanks \" and }"}"#)
  }

  @Test func `where GBIF could not count there is no number`() throws {
    let answer =
      #"{"key":"0000001-250827131500795","status":"SUCCEEDED","size":-1,"totalRecords":-1}"#
    let status = try DownloadStatus(answer: Array(answer.utf8))
    #expect(status.size == 0)
    #expect(status.totalRecords == nil)
  }

  @Test(arguments: [
    ("DWCA", "zip"), ("SIMPLE_CSV", "zip"), ("SIMPLE_AVRO", "avro"), ("MAP_OF_LIFE", "avro"),
    ("SOMETHING_NEW", "zip"),
  ])
  func `the format names the file`(_ format: String, _ fileExtension: String) throws {
    let answer =
      #"{"key":"0000001-250827131500795","status":"RUNNING","request":{"format":"\#(format)"}}"#
    let status = try DownloadStatus(answer: Array(answer.utf8))
    #expect(status.fileName == "0000001-250827131500795.\(fileExtension)")
  }

  @Test(arguments: [
    ("https://api.gbif.org/v1/occurrence/download/request/0000001-250827131500795.orc", "orc"),
    ("https://api.gbif.org/v1/occurrence/download/request/0000001-250827131500795", "zip"),
    ("https://api.gbif.org/x/0000001-250827131500795.a/b.c/..", "zip"),
    ("https://api.gbif.org/x/a.OR", "zip"), ("https://api.gbif.org/x/a.verylongone", "zip"),
  ])
  func `of an unknown format the link names the file`(_ link: String, _ ending: String) throws {
    let answer =
      #"{"key":"0000001-250827131500795","status":"SUCCEEDED","downloadLink":"\#(link)","#
      + #""request":{"format":"SOMETHING_NEW"}}"#
    let status = try DownloadStatus(answer: Array(answer.utf8))
    #expect(status.fileName == "0000001-250827131500795.\(ending)")
    #expect(status.isZip == (ending == "zip"))
  }

  @Test(arguments: [
    "", "null", "[]", "{}", #"{"key":"x","status":"RUNNING"}"#,
    #"{"key":"0000001-250827131500795"}"#, #"{"key":"../../1-250827131500795","status":"RUNNING"}"#,
    "<html></html>", #"{"key":"0000001-250827131500795","status":"RUNNING""#,
  ])
  func `an answer that is no record is refused`(_ answer: String) {
    #expect(throws: ServiceError.self) { try DownloadStatus(answer: Array(answer.utf8)) }
  }

  @Test(
    .enabled(if: Recorded.isThere, "no recorded answers beside the package"),
    arguments: [
      ("occ_download_wait_request.01", DownloadState.preparing, 0),
      ("occ_download_wait_request.24", .running, 0),
      ("occ_download_wait_request.56", .succeeded, 8_329_717),
      ("occ_download_queue.70", .succeeded, 8187),
    ])
  func `recorded answers are understood`(
    _ name: String, _ state: DownloadState, _ size: Int
  ) throws {
    let answer = try Recorded.answer("rgbif/\(name).GET.200.json")
    let status = try DownloadStatus(answer: answer)
    #expect(status.state == state)
    #expect(status.size == size)
    #expect(status.json == answer.filter { $0 != 0x0A })
  }
}

/// Answers of GBIF's API that other projects recorded.
enum Recorded {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/corpus/api")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  static func answer(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
