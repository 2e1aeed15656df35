import Records
import Testing

/// JSON that lies over several lines.
struct JSONTextTests {
  @Test(arguments: [
    ("", ""), (" { } ", "{}"), ("{\"a\" : [ 1 ,\r\n\t2 ]}", #"{"a":[1,2]}"#),
    (#"{"a b" : "c  \" d : e\\" , "f":1.0e0 }"#, #"{"a b":"c  \" d : e\\","f":1.0e0}"#),
  ])
  func `only blanks between tokens go`(_ text: String, _ compact: String) {
    #expect(JSONText.compact(Array(text.utf8)) == Array(compact.utf8))
  }

  @Test(arguments: [(0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 3, 1), (6, 3, 2)])
  func `a byte has a line and a column`(_ offset: Int, _ line: Int, _ column: Int) {
    let place = JSONText.place(of: offset, in: Array("ab\nc\nd".utf8))
    #expect(place == (line, column))
  }
}
