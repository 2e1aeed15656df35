import Foundation
import StandIn
import Testing

/// The built `gbif-post` and the stand-in.
struct GbifPostTests {
  @Test func `a key is written, said, listed and saved`() throws {
    let desk = try Desk()
    let outcome = try desk.post(["--save", "key.ndjson", "p.json"])
    #expect(outcome.status == 0)
    let line = try #require(outcome.out.wholeMatch(of: /\{"key":"(\d{7}-\d{15})"\}\n/))
    #expect(outcome.err == "gbif-post: \(line.1): asked for\n")
    let saved = try #require(desk.work.read("key.ndjson"))
    #expect(saved.hasPrefix(#"{"key":"\#(line.1)","api":"\#(desk.gbif.api)","date":""#))
    #expect(saved.hasSuffix(#""format":"DWCA","predicate":\#(Desk.predicate)}}"# + "\n"))
    #expect(desk.list == saved)
    let call = try #require(desk.gbif.log.first)
    #expect(call.authorization)
    #expect(call.agent == "gbifxdl/0.1.0")
  }

  @Test func `a wrong password harms nothing and is shown nowhere`() throws {
    let desk = try Desk()
    let earlier = try desk.post(["--save", "key.ndjson", "p.json"])
    let saved = desk.work.read("key.ndjson")
    desk.environment["GBIF_PWD"] = "s3cret"
    let outcome = try desk.post(["--save", "key.ndjson", "--again", "p.json"])
    #expect(earlier.status == 0)
    #expect(outcome.status == 77)
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains("Failed to authenticate user demo"))
    #expect(!outcome.err.contains("s3cret"))
    #expect(desk.work.read("key.ndjson") == saved)
    #expect(desk.work.names() == ["home", "key.ndjson", "p.json"])
  }

  @Test(arguments: [
    (#"{"type":"equalz","key":"YEAR","value":"1"}"#, "'equalz'"),
    (#"{"predicate":null,"colour":"red","format":"DWCA"}"#, "Unknown JSON property 'colour'"),
    (#"{"type":"in","key":"YEAR","values":[]}"#, "may not be null or empty"),
  ])
  func `a request that GBIF refuses is a wrong command line`(
    _ request: String, _ words: String
  ) throws {
    let desk = try Desk()
    let outcome = try desk.post([], input: request)
    #expect(outcome.status == 64)
    #expect(outcome.err.contains(words))
    #expect(desk.answers(to: "POST") == [400])
  }

  @Test func `a request that is too large is refused with GBIF's words`() throws {
    let desk = try Desk()
    let values = (0..<101_001).map(String.init).joined(separator: ",")
    let outcome = try desk.post(
      ["-"], input: #"{"type":"in","key":"TAXON_KEY","values":[\#(values)]}"#)
    #expect(outcome.status == 64)
    #expect(outcome.err.contains("101001 predicate items"))
  }

  @Test(arguments: ["standin:420", "standin:post-429"])
  func `too many downloads at once are a matter of time`(_ fault: String) throws {
    let desk = try Desk()
    let refused = try desk.post(["--save", "key.ndjson", "--description", fault, "p.json"])
    #expect(refused.status == 75)
    #expect(refused.err.contains("--wait-turn"))
    #expect(desk.work.names() == ["home", "p.json"])
    #expect(try desk.post(["--description", fault, "--wait-turn", "p.json"]).status == 0)
  }

  @Test func `a bad moment is waited through`() throws {
    let desk = try Desk()
    #expect(try desk.post(["--description", "standin:post-503x3", "p.json"]).status == 0)
    #expect(desk.answers(to: "POST") == [503, 503, 503, 201])
  }

  @Test func `a long bad moment is given up`() throws {
    let desk = try Desk()
    let outcome = try desk.post(["--description", "standin:post-503x9", "p.json"])
    #expect(outcome.status == 69)
    #expect(outcome.err.hasSuffix("gbif-post: tried 5 times: GBIF answers 503\n"))
    #expect(desk.list == "")
  }

  @Test func `a lost answer is asked for again`() throws {
    let desk = try Desk()
    let outcome = try desk.post(["--description", "standin:post-lost", "p.json"])
    #expect(outcome.status == 0)
    #expect(outcome.out.contains("0000001-"))
    #expect(desk.answers(to: "POST") == [0, 201])
  }

  @Test func `SQL whose answer is lost is not posted twice`() throws {
    let desk = try Desk()
    let request =
      #"{"sql":"SELECT 1","format":"SQL_TSV_ZIP","description":"standin:post-lost"}"#
    let outcome = try desk.post([], input: request)
    #expect(outcome.status == 69)
    #expect(desk.answers(to: "POST") == [0])
  }

  @Test func `a service that can't be found is unavailable`() throws {
    let desk = try Desk()
    let outcome = try desk.post(["--api", "http://gbif.invalid/v1", "p.json"])
    #expect(outcome.status == 69)
    #expect(outcome.out.isEmpty)
  }

  @Test(arguments: ["/dev/full", "-"])
  func `a key that can't be written is kept all the same`(_ output: String) throws {
    let desk = try Desk()
    let outcome = try desk.post(["--save", "key.ndjson", "p.json"], output: output)
    #expect(outcome.status == 74)
    #expect(desk.list?.hasPrefix(#"{"key":"0000001-"#) == true)
    #expect(desk.work.read("key.ndjson") == desk.list)
  }

  @Test func `an interruption ends the tries`() throws {
    let desk = try Desk()
    let run = try desk.start(
      "gbif-post", ["--interval", "50", "--description", "standin:post-503", "p.json"])
    #expect(run.says("again in"))
    run.send(SIGINT)
    #expect(run.finish().status == 130)
    #expect(desk.answers(to: "POST") == [503])
  }
}
