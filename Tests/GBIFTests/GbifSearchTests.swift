import Foundation
import StandIn
import Testing

/// The built `gbif-search` and the stand-in.
struct GbifSearchTests {
  @Test(arguments: ["", "standin:429", "standin:503", "standin:html"])
  func `whatever comes between, all pages come over one connection`(_ fault: String) throws {
    let desk = try Desk()
    let arguments = ["--param", "q=\(fault)", "--param", "country=DK"]
    let outcome = try desk.search(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.out.split(separator: "\n").count == 14)
    #expect(
      outcome.err.hasSuffix(
        "13 of 13 occurrences, 14 records, 2 without media left out (see --all)\n"))
    #expect(Set(desk.gbif.log.map(\.connection)).count == 1)
    #expect(desk.gbif.log.count == (fault.isEmpty ? 1 : 3))
    #expect(
      desk.gbif.log.allSatisfy { !$0.authorization && $0.path.contains("limit=300&offset=0") })
  }

  @Test func `a service that gives less than asked for, and one twice, gives each once`() throws {
    let desk = try Desk()
    let outcome = try desk.search(["--param", "q=standin:moving", "--all", "--nest"])
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("1 came twice and were passed over"))
    let ids = outcome.out.matches(of: /"gbifID":"(\d+)"/).map { String($0.1) }
    #expect(ids.count == 60 && Set(ids).count == 60)
    #expect(desk.gbif.log.count == 4)
  }

  @Test func `more than the search gives is no success, and there is advice`() throws {
    let desk = try Desk()
    let outcome = try desk.search(["--param", "q=standin:crowd"])
    #expect(outcome.status == 1)
    #expect(outcome.out.split(separator: "\n").count == 100_000)
    #expect(
      outcome.err.contains("gives the first 100000 of 250000: ask for a download (gbif-post)"))
    #expect(desk.gbif.log.last?.path.contains("limit=100&offset=99900") == true)
    #expect(try desk.search(["--param", "q=standin:crowd", "--limit", "700"]).status == 0)
  }

  @Test func `what GBIF refuses is usage, in its words`() throws {
    let desk = try Desk()
    let outcome = try desk.search(["--param", "q=standin:400"])
    #expect(outcome.status == 64)
    #expect(outcome.err == "gbif-search: GBIF refuses it: Invalid decimal range: 5-10\n")
  }

  @Test(arguments: ["http://127.0.0.1:9/v1", ""])
  func `a service that never answers is unavailable`(_ api: String) throws {
    let desk = try Desk()
    if !api.isEmpty { desk.environment["GBIF_API"] = api }
    let outcome = try desk.search(["--param", "q=standin:503x6"])
    #expect(outcome.status == 69)
    #expect(outcome.err.contains("tried 6 times: "))
  }

  @Test(arguments: ["/dev/full", "-"])
  func `an output that takes nothing is an error`(_ output: String) throws {
    let desk = try Desk()
    #expect(try desk.search(["--where", "year > 1900"], output: output).status == 74)
  }

  @Test func `an old file is left when the search fails`() throws {
    let desk = try Desk()
    try desk.work.write("old\n", to: "out.ndjson")
    #expect(try desk.search(["--param", "q=standin:400", "-o", "out.ndjson"]).status == 64)
    #expect(desk.work.read("out.ndjson") == "old\n")
    #expect(try desk.search(["--where", "year > 1900", "-o", "out.ndjson"]).status == 0)
    #expect(desk.work.read("out.ndjson")?.contains("gbifID") == true)
  }

  @Test func `an interruption ends the wait`() throws {
    let desk = try Desk()
    let run = try desk.start("gbif-search", ["--interval", "30", "--param", "q=standin:503"])
    #expect(run.says("again in"))
    run.send(SIGINT)
    #expect(run.finish().status == 130)
  }
}

extension Desk {
  fileprivate func search(
    _ arguments: [String], output: String? = nil
  ) throws -> ToolRun.Outcome {
    try start("gbif-search", arguments, output: output).finish()
  }
}
