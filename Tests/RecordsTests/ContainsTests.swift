import Testing

@testable import Records

/// A condition on a field with several values is fulfilled by any of them.
struct ContainsTests {
  @Test(arguments: [
    (#"{"a":"x"}"#, "a", ["x"]), (#"{"a":["x","y"]}"#, "a", ["x", "y"]),
    (#"{"a":[ "x" , ["y"] , [] ]}"#, "a", ["x", "y"]),
    (#"{"a":[1,null,"",true]}"#, "a", ["1", "true"]),
    (#"{"a":[{"b":"x"},{"b":"y"}]}"#, "a.b", ["x", "y"]),
    (#"{"a":[{"b":"x"},{"c":"y"},{"b":["y","z"]}]}"#, "a.b", ["x", "y", "z"]),
    (#"{"a":[{"b":"x","b":"y"}]}"#, "a.b", ["x"]),
    (#"{"a":[{"b":{"c":1}},{"b":2}]}"#, "a.b", ["2"]),
    (#"{"a":[[{"b":1}],{"b":2}]}"#, "a.b", ["1", "2"]),
    (#"{"a":{"b":[1]},"a":{"b":[2]}}"#, "a.b", ["1"]),
    (#"{"a":["]",",\"}"]}"#, "a", ["]", ",\"}"]), (#"{"a":{}}"#, "a", []), (#"{"b":1}"#, "a", []),
  ])
  func `every value is looked at, in order`(
    _ record: String, _ path: String, _ texts: [String]
  ) throws {
    var scanner = RecordScanner()
    let field = scanner.field(try #require(FieldPath(path)))
    var seen = [String]()
    let isFound = try withLine(Array(record.utf8)) { line in
      try scanner.scan(line).contains(field) { text in
        seen.append(text.string)
        return false
      }
    }
    #expect(seen == texts)
    #expect(!isFound)
  }

  @Test func `the first that fulfils it is enough`() throws {
    var scanner = RecordScanner()
    let field = scanner.field(FieldPath(names: ["a"]))
    var count = 0
    let isFound = try withLine(Array(#"{"a":["x","y","z"]}"#.utf8)) { line in
      try scanner.scan(line).contains(field) { text in
        count += 1
        return text.equals(Array("y".utf8)[...])
      }
    }
    #expect(isFound)
    #expect(count == 2)
  }
}
