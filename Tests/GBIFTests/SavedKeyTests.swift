import StandIn
import Testing

/// What `gbif-post --save` does with what is there.
struct SavedKeyTests {
  @Test func `the same line typed again posts nothing`() throws {
    let desk = try Desk()
    let first = try desk.post(["--save", "key.ndjson", "p.json"])
    let saved = desk.work.read("key.ndjson")
    let second = try desk.post(["--save", "key.ndjson", "p.json"])
    #expect(second.status == 0)
    #expect(second.out == first.out)
    #expect(desk.work.read("key.ndjson") == saved)
    #expect(desk.answers(to: "POST", awaiting: 1) == [201])
  }

  @Test func `a saved key of another checklist is told again`() throws {
    let desk = try Desk()
    #expect(try desk.post(["p.json"]).status == 0)
    let line = ["--checklist", "col", "--save", "key.ndjson", "p.json"]
    let (first, second) = (try desk.post(line), try desk.post(line))
    #expect(first.status == 1 && second.status == 1)
    #expect(first.out == second.out)
    #expect(second.err.contains("its checklist is backbone, not col"))
    #expect(desk.answers(to: "POST", awaiting: 2) == [201, 201])
  }

  @Test func `blanks make no other request`() throws {
    let desk = try Desk()
    _ = try desk.post(["--save", "key.ndjson", "p.json"])
    let spaced = Desk.predicate.split(separator: ",").joined(separator: " ,\n ")
    let second = try desk.post(["--save", "key.ndjson"], input: spaced)
    #expect(second.status == 0)
    #expect(desk.answers(to: "POST", awaiting: 1) == [201])
  }

  @Test(arguments: [["--again"], ["--format", "SIMPLE_CSV"], ["--notify", "a@example.org"]])
  func `another request is posted, and the same one when asked to`(_ options: [String]) throws {
    let desk = try Desk()
    _ = try desk.post(["--save", "key.ndjson", "p.json"])
    #expect(try desk.post(options + ["--save", "key.ndjson", "p.json"]).status == 0)
    #expect(desk.answers(to: "POST", awaiting: 2) == [201, 201])
    #expect(desk.list?.split(separator: "\n").count == 2)
  }

  @Test func `a file that holds something else is not written over`() throws {
    let desk = try Desk()
    let outcome = try desk.post(["--save", "p.json", "p.json"])
    #expect(outcome.status == 73)
    #expect(desk.work.read("p.json") == Desk.predicate)
    #expect(desk.answers(to: "POST").isEmpty)
  }

  @Test func `an empty file is filled`() throws {
    let desk = try Desk()
    try desk.work.write("", to: "key.ndjson")
    #expect(try desk.post(["--save", "key.ndjson", "p.json"]).status == 0)
    #expect(desk.work.read("key.ndjson") == desk.list)
  }

  @Test func `where a key could not be kept none is asked for`() throws {
    let desk = try Desk()
    #expect(try desk.post(["--save", "missing/key.ndjson", "p.json"]).status == 73)
    desk.environment["XDG_STATE_HOME"] = "/dev/null"
    #expect(try desk.post().status == 73)
    #expect(desk.answers(to: "POST").isEmpty)
  }
}
