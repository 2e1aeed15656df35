import ClassMaps
import Testing
import Trials

struct ClassMapTests {
  @Test(arguments: [
    ("{}", 0), (#"{"a": 0}"#, 1), (#"{"a":3,"b":0}"#, 2), ("{\n  \"a\": 2147483647\n}\n", 1),
    (#"{"":7}"#, 1),
  ])
  func `an object of numbers is one`(_ text: String, _ count: Int) throws {
    #expect(try ClassMap(json: Array(text.utf8)).count == count)
  }

  @Test(arguments: [
    ("", "no object of JSON"), ("[]", "no object of JSON"), (#"{"a":1} {}"#, nil),
    ("{\n\"a\":}", "line 2, column 5: a value is expected here"),
    (#"{"a":"0"}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":null}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":-1}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":-0}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":1.0}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":1e2}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":true}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":{"b":1}}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":2147483648}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":99999999999999999999}"#, "no number from 0 to 2147483647 behind 'a'"),
    (#"{"a":1,"b":1}"#, "'a' and 'b' have the number 1 both"),
    (#"{"a":1,"\u0061":2}"#, "'a' stands there twice"),
  ])
  func `anything else is not`(_ text: String, _ reason: String?) {
    let error = #expect(throws: ClassMapError.self) { try ClassMap(json: Array(text.utf8)) }
    if let reason { #expect(error?.description == reason) }
  }

  @Test func `new labels come behind the largest number, in the order of their bytes`() throws {
    var map = try ClassMap(json: Array(#"{"b":4,"z":1}"#.utf8))
    #expect(try map.add(["c", "b", "é", "10", "9", "c"].map { Array($0.utf8) }) == 4)
    let expected = ["z": 1, "b": 4, "10": 5, "9": 6, "c": 7, "é": 8]
    #expect(map.count == expected.count)
    #expect(expected.allSatisfy { map[Array($0.key.utf8)] == $0.value })
    #expect(map[Array("x".utf8)] == nil)
  }

  @Test(arguments: [(["b"], 1), (["a", "b"], 1), (["b", "c"], nil)])
  func `no number is larger than the largest`(_ labels: [String], _ count: Int?) throws {
    var map = try ClassMap(json: Array(#"{"a":2147483646}"#.utf8))
    #expect((try? map.add(labels.map { Array($0.utf8) })) == count)
    #expect(map.count == 1 + (count ?? 0))
  }

  @Test func `labels that look alike but differ in their bytes are two`() throws {
    var map = ClassMap()
    #expect(try map.add([Array("e\u{301}".utf8), Array("\u{E9}".utf8)]) == 2)
  }

  @Test func `the order in which labels come changes nothing`() throws {
    var random = SplitMix(seed: 3)
    let labels = (0..<500).map { Array("\(($0 * 7919) % 1000)".utf8) }
    var first = ClassMap()
    _ = try first.add(labels)
    for _ in 0..<5 {
      var map = ClassMap()
      _ = try map.add(labels.shuffled(using: &random))
      #expect(map.lines == first.lines)
    }
  }

  @Test(arguments: [
    [], ["a"], ["a\"\\\n\u{1}", "b", ""],
  ])
  func `what it writes it reads`(_ labels: [String]) throws {
    var map = ClassMap()
    _ = try map.add(labels.map { Array($0.utf8) })
    let again = try ClassMap(json: Array(map.lines.joined(separator: [0x0A])))
    #expect(again.lines == map.lines)
    #expect(again.count == labels.count)
  }
}
