import Foundation
import StandIn

/// A user's desk: the stand-in as GBIF, a folder to work in, and an account.
final class Desk {
  static let predicate = #"{"type":"equals","key":"MEDIA_TYPE","value":"StillImage"}"#

  let gbif: StandIn
  let work: Folder
  /// The environment of the tools.
  var environment: [String: String]

  init(_ options: [String] = []) throws {
    gbif = try StandIn(options)
    work = try Folder()
    environment = [
      "HOME": work.path("home"), "GBIF_API": gbif.api, "GBIF_USER": "demo", "GBIF_PWD": "demo",
    ]
    try work.write(Self.predicate, to: "p.json")
  }

  /// The list of all downloads that were asked for.
  var list: String? { work.read("home/.local/state/gbifxdl/downloads.ndjson") }

  /// The status codes of what was answered to a method; 0 where nothing was.
  func answers(to method: String) -> [Int] {
    gbif.log.filter { $0.method == method }.map { $0.status ?? 0 }
  }

  /// The same, once there are so many of them: the stand-in writes its log when it is done with an
  /// answer, which the client may have had by then.
  func answers(to method: String, awaiting count: Int) -> [Int] {
    let deadline = Date.now + 60
    while answers(to: method).count < count, .now < deadline {
      Thread.sleep(forTimeInterval: 0.01)
    }
    return answers(to: method)
  }

  /// The requests for a file at the server that has it.
  var fetches: [StandIn.Entry] {
    gbif.log.filter { $0.path.hasPrefix("/occurrence/download/request/") }
  }

  func start(
    _ tool: String, _ arguments: [String], input: String = "", output: String? = nil
  ) throws -> ToolRun {
    try ToolRun(
      tool, ["--interval", "0.02"] + arguments, input: input, environment: environment,
      output: output, in: work)
  }

  func post(
    _ arguments: [String] = ["p.json"], input: String = "", output: String? = nil
  ) throws -> ToolRun.Outcome {
    try start("gbif-post", arguments, input: input, output: output).finish()
  }

  func wait(
    _ arguments: [String] = [], input: String = "", output: String? = nil
  ) throws -> ToolRun.Outcome {
    try start("gbif-wait", arguments, input: input, output: output).finish()
  }

  /// Asks for a download that will meet with these faults; gives its key.
  func key(_ faults: String = "") throws -> String {
    let out = try post(["--description", faults, "p.json"]).out
    return out.split(separator: "\"").dropFirst(3).first.map(String.init) ?? ""
  }
}
