import Testing

@testable import img_pack

/// What samples are called.
struct SampleTests {
  /// By sha1sum.
  @Test func `a name is of the id and of the key`() {
    let name = SampleName(id: "1", key: Array("1\0u".utf8))
    #expect(name.short == "1_\(name.hash.prefix(8))")
    #expect(name.hash == "34eafc00f030473b5254b58fc07fe2f8e886417c")
    #expect(name.long == "1_\(name.hash)")
  }

  @Test(arguments: [
    ("1234", "1234"), ("5666M", "5666M"), ("a.b", "a_b"), ("../x", "___x"), ("a/b\\c", "a_b_c"),
    ("-rf", "_rf"), ("x-y_z", "x-y_z"), ("e\u{301}", "e_"), ("a\nb", "a_b"),
    (String(repeating: "x", count: 60), String(repeating: "x", count: 48)),
  ])
  func `an id has only what every loader takes`(_ id: String, _ safe: String) {
    let name = SampleName(id: id, key: Array("key".utf8))
    #expect(name.short == "\(safe)_\(name.hash.prefix(8))")
    #expect("\(name.long).12345678".utf8.count <= 100)
  }

  @Test func `without an id more of the hash is the name`() {
    let name = SampleName(id: nil, key: Array("\0u".utf8))
    #expect(name.short == String(name.hash.prefix(16)))
    #expect(name.long == name.hash)
  }

  @Test func `of names in a shard no two are alike`() {
    let (one, other) = (name("1\0u"), SampleName(id: "1", key: Array("1\0v".utf8)))
    var names = SampleNames()
    #expect(names.name(for: one) == one.short)
    names.insert(one.short, one)
    #expect(names.name(for: one) == nil)
    #expect(names.name(for: other) == other.short)
    // Another sample has the name.
    names.insert(other.short, one)
    #expect(names.name(for: other) == other.long)
  }

  private func name(_ key: String) -> SampleName { SampleName(id: "1", key: Array(key.utf8)) }

  @Test(
    arguments: [
      ("jpeg", "a/b", "jpg"), ("tiff", "b.png", "tif"), ("png", "b", "png"), ("heic", "b", "heic"),
      (nil, "a.b/c.JPG", "jpg"), (nil, "a.b/c", nil), (nil, "c.", nil), (nil, "c.tar.gz", "gz"),
      ("JPEG", "b", nil), ("a/b", "b", nil), ("json", "b", nil), (nil, "x.cls", nil),
      ("verylongformat", "b", nil), (nil, "c.é", nil),
    ] as [(String?, String, String?)])
  func `what is behind the dot is that of the format`(
    _ format: String?, _ path: String, _ suffix: String?
  ) {
    #expect(SampleMaker.suffix(format, path) == suffix)
  }
}
