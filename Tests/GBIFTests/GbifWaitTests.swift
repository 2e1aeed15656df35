import Foundation
import StandIn
import Testing

/// The built `gbif-wait` and the stand-in.
struct GbifWaitTests {
  @Test(arguments: [
    "", "standin:SUSPENDED", "standin:PONDERING", "standin:503", "standin:429", "standin:404",
  ])
  func `whatever comes between, the end is GBIF's record`(_ faults: String) throws {
    let desk = try Desk(["--steps", "2"])
    let key = try desk.key(faults)
    let outcome = try desk.wait(input: #"{"key":"\#(key)"}"# + "\n")
    #expect(outcome.status == 0)
    #expect(outcome.out.hasPrefix(#"{"key":"\#(key)","doi":"10.15468/dl."#))
    #expect(outcome.out.contains(#""status":"SUCCEEDED""#))
    #expect(outcome.out.hasSuffix("}\n") && !outcome.out.contains(#""path""#))
    #expect(desk.gbif.log.allSatisfy { $0.method == "POST" || !$0.authorization })
  }

  @Test(arguments: ["FAILED", "KILLED", "CANCELLED", "FILE_ERASED"])
  func `a download that did not end well is told, and the record comes out`(
    _ state: String
  ) throws {
    let desk = try Desk()
    let key = try desk.key("standin:\(state)")
    let outcome = try desk.wait(["--download", "dl", key])
    #expect(outcome.status == 69)
    #expect(outcome.out.contains(#""status":"\#(state)""#))
    let message = "gbif-wait: \(key): \(state); ask for it anew (gbif-post; with --save, --again)\n"
    #expect(outcome.err.hasSuffix(message))
    #expect(desk.work.names(in: "dl").isEmpty)
  }

  @Test func `many are waited for over one connection, and named by DOI too`() throws {
    let desk = try Desk(["--steps", "3"])
    let keys = try ["a", "b", "c"].map { try desk.key("\($0) standin:PAUSE\($0)") }
    let outcome = try desk.wait(keys + keys)
    #expect(outcome.status == 0)
    #expect(outcome.out.split(separator: "\n").count == 3)
    let polls = desk.gbif.log.filter { $0.method == "GET" }
    #expect(Set(polls.map(\.connection)).count == 1)
    let doi = try #require(outcome.out.firstMatch(of: /"doi":"([^"]+)"/)).1
    #expect(try desk.wait(["https://doi.org/\(doi)"]).status == 0)
  }

  @Test func `a download that nobody knows is no input`() throws {
    let desk = try Desk()
    let outcome = try desk.wait(["0000009-250827131500795"])
    #expect(outcome.status == 66)
    #expect(outcome.out.isEmpty)
  }

  @Test func `a service that can't be found is unavailable`() throws {
    let desk = try Desk()
    let outcome = try desk.wait(["--api", "http://gbif.invalid/v1", "0000009-250827131500795"])
    #expect(outcome.status == 69)
  }

  @Test func `when the time is over the rest is left to another run`() throws {
    let desk = try Desk(["--steps", "1000000"])
    let key = try desk.key()
    let outcome = try desk.wait(["--timeout", "0.3", key])
    #expect(outcome.status == 75)
    #expect(outcome.err.hasSuffix("\(key): still PREPARING when the time was over\n"))
  }

  @Test func `an input that goes on longer than there is time is told`() throws {
    let desk = try Desk()
    let key = try desk.key()
    let outcome = try desk.shell(
      """
      mkfifo keys
      sleep 60 > keys & producer=$!
      gbif-wait --interval 0.02 --timeout 0.5 - \(key) < keys
      status=$?
      kill $producer
      exit $status
      """)
    #expect(outcome.status == 75)
    #expect(outcome.out.contains(key))
    #expect(outcome.err.hasSuffix("more keys were to come when the time was over\n"))
  }

  @Test func `records without a key are bad input, and the others are waited for`() throws {
    let desk = try Desk()
    let key = try desk.key()
    let outcome = try desk.wait(input: "{}\n{\"key\":\"x\"}\nno\n{\"key\":\"\(key)\"}\n")
    #expect(outcome.status == 65)
    #expect(outcome.out.contains(key))
  }

  @Test func `nothing to wait for is no failure`() throws {
    let desk = try Desk()
    #expect(try desk.wait().status == 0)
  }

  @Test(arguments: ["/dev/full", "-"])
  func `an output that takes nothing is an error`(_ output: String) throws {
    let desk = try Desk()
    #expect(try desk.wait([try desk.key()], output: output).status == 74)
  }

  @Test func `an interruption ends the wait`() throws {
    let desk = try Desk(["--steps", "1000000"])
    let run = try desk.start("gbif-wait", [try desk.key()])
    #expect(run.says("PREPARING"))
    run.send(SIGINT)
    #expect(run.finish().status == 130)
  }

  @Test func `the state is shown to whoever asks`() throws {
    let desk = try Desk(["--steps", "1000000"])
    let run = try desk.start("gbif-wait", ["--progress", "always", try desk.key()])
    #expect(run.says("\rgbif-wait: 1 PREPARING, about "))
    run.send(SIGTERM)
    #expect(run.finish().status == 143)
  }

  @Test func `records go into a file that is whole or not there`() throws {
    let desk = try Desk()
    let key = try desk.key()
    #expect(try desk.wait(["-o", "out.ndjson", key]).out.isEmpty)
    #expect(desk.work.read("out.ndjson")?.contains(key) == true)
  }
}
