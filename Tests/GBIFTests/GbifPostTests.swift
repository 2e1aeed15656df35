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
    (#"{"type":"equals","key":"YEER","value":"2010"}"#, "from String \"YEER\""),
  ])
  func `a request that GBIF refuses is a wrong command line`(
    _ request: String, _ words: String
  ) throws {
    let desk = try Desk()
    let outcome = try desk.post([], input: request)
    #expect(outcome.status == 64)
    #expect(outcome.err.contains(words))
    #expect(desk.answers(to: "POST", awaiting: 1) == [400])
  }

  @Test(arguments: [
    ("standin:post-403", Int32(77), "not permitted for this account"),
    ("standin:post-413", 64, "200000 predicate items"),
  ])
  func `a request that GBIF takes from nobody is refused with its words`(
    _ fault: String, _ status: Int32, _ words: String
  ) throws {
    let desk = try Desk()
    let outcome = try desk.post(["--save", "key.ndjson", "--description", fault, "p.json"])
    #expect(outcome.status == status)
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains(words))
    #expect(desk.work.names() == ["home", "p.json"])
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
    #expect(desk.answers(to: "POST", awaiting: 4) == [503, 503, 503, 201])
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
    #expect(desk.answers(to: "POST", awaiting: 2) == [0, 201])
  }

  @Test(arguments: [("standin:post-lost", [0]), ("standin:post-503", [503])])
  func `SQL of which nobody knows whether it was taken is not posted twice`(
    _ fault: String, _ answers: [Int]
  ) throws {
    let desk = try Desk()
    try desk.work.write("SELECT datasetKey FROM occurrence\n", to: "query.sql")
    let outcome = try desk.post(["--sql", "query.sql", "--description", fault])
    #expect(outcome.status == 69)
    #expect(outcome.err.contains("see your downloads (--list)"))
    #expect(desk.answers(to: "POST", awaiting: answers.count) == answers)
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
    #expect(desk.answers(to: "POST", awaiting: 1) == [503])
  }
}
