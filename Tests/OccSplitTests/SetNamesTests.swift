import Testing

@testable import occ_split

struct SetNamesTests {
  @Test(arguments: [
    ("train", true), ("fold0", true), ("test_ood", true), ("_", true), ("a.b-c", true), ("9", true),
    ("", false), (".", false), ("..", false), ("-a", false), ("a/b", false), ("a b", false),
    ("a\0", false), ("é", false), ("a\n", false), ("\"", false), ("a\\", false),
    (String(repeating: "x", count: 64), true), (String(repeating: "x", count: 65), false),
  ])
  func `a name will do as a part of the name of a file`(_ name: String, _ willDo: Bool) {
    #expect(SetNames.isName(name) == willDo)
  }

  @Test func `names have numbers in the order in which they come`() {
    var sets = SetNames(names: ["train", "test"])
    #expect(sets.heldOut == nil)
    #expect(sets.number(of: "test") == 1)
    #expect(sets.number(of: "test_ood") == 2)
    #expect(sets.number(of: "old") == 3)
    #expect(sets.heldOut == 2)
    #expect(sets.names == ["train", "test", "test_ood", "old"])
  }
}
