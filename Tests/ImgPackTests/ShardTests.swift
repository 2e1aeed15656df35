import Testing
import Values

@testable import img_pack

/// When a shard is full, and what it is called.
struct ShardTests {
  @Test(
    arguments: [
      ("1", .samples(1)), ("1000", .samples(1000)), ("1K", .bytes(1024)), ("2g", .bytes(2 << 30)),
      ("0", nil), ("0G", nil), ("-1", nil), ("", nil), ("G", nil), ("1.5G", nil), ("1GB", nil),
    ] as [(String, ShardSize?)])
  func `digits are samples, and with a letter bytes`(_ text: String, _ size: ShardSize?) {
    #expect(ShardSize(argument: text) == size)
  }

  @Test(arguments: [
    (ShardSize.samples(2), 1, 9_999_999, 1, false), (.samples(2), 2, 0, 1, true),
    (.bytes(10_240), 1, 1024, 8192, false), (.bytes(10_240), 1, 1024, 8193, true),
    (.bytes(10_240), 500, 1024, 8192, false),
  ])
  func `a shard takes no more than its size`(
    _ limit: ShardSize, _ samples: Int, _ bytes: Int, _ sample: Int, _ isReached: Bool
  ) {
    #expect(limit.isReached(samples: samples, bytes: bytes, adding: sample) == isReached)
  }

  @Test(arguments: [(0, 512), (1, 1024), (512, 1024), (513, 1536)])
  func `a member takes blocks, and one for its header`(_ count: Int, _ size: Int) {
    #expect(ShardSize.size(ofMember: count) == size)
  }

  @Test(arguments: [
    ("shard-%06d.tar", "shard-000012.tar", "shard-index.json"),
    ("%d.tar", "12.tar", "index.json"), ("a/b/%01d.tar", "a/b/12.tar", "a/b/index.json"),
    ("/a.b/x%03d-of-many.tar.gz", "/a.b/x012-of-many.tar.gz", "/a.b/xindex-of-many.json"),
  ])
  func `a pattern has a place for the number`(_ text: String, _ shard: String, _ index: String) {
    let names = ShardPattern(text, by: nil, zstd: false)?.names(of: "")
    #expect(names?.shard(12) == shard)
    #expect(names?.index == index)
  }

  @Test(arguments: [
    "", "-", "shard.tar", "%d-%d.tar", "%d/x.tar", "%s.tar", "%6d.tar", "%-6d.tar", "%0d.tar",
    "%013d.tar", "%", "%06", "%%d.tar", "%d", "%d.jpg", "%d.tar.xz", "x.tar/%d",
  ])
  func `a pattern without one is refused`(_ text: String) {
    #expect(ShardPattern(text, by: nil, zstd: false) == nil)
  }

  @Test(arguments: [
    ("%d.tar", "val-3.tar"), ("a/shard-%d.tar", "a/val-shard-3.tar"),
    ("{set}/%d.tar", "val/3.tar"), ("a/{set}/x-{set}-%d.tar", "a/val/x-val-3.tar"),
    ("{other}/%d.tar", "{other}/val-3.tar"),
  ])
  func `a value has its place`(_ text: String, _ shard: String) throws {
    let field = try FieldExpression("set")
    #expect(ShardPattern(text, by: field, zstd: false)?.names(of: "val").shard(3) == shard)
  }

  @Test(arguments: ["{set}%d.tar", "{set}-{set}%d.tar", "{set}0%02d.tar", "a/{set}12%d.tar"])
  func `a pattern in which value and number run together is refused`(_ text: String) throws {
    let field = try FieldExpression("set")
    #expect(ShardPattern(text, by: field, zstd: false) == nil)
    #expect(ShardPattern(text, by: nil, zstd: false) != nil)
  }

  @Test(arguments: [("%d.tar", "3.tar.zst"), ("%d.tar.zst", "3.tar.zst")])
  func `what is packed with zstd is called so`(_ text: String, _ shard: String) {
    let names = ShardPattern(text, by: nil, zstd: true)?.names(of: "")
    #expect(names?.shard(3) == shard)
    #expect(names?.index == "index.json")
  }

  @Test func `shards that are compressed otherwise have the same names but for their ends`() {
    let names = ShardPattern("a/s-%d-x.tar.gz", by: nil, zstd: false)?.names(of: "")
    #expect(names?.others.map { $0.shard(1) } == ["a/s-1-x.tar", "a/s-1-x.tar.zst"])
  }

  @Test func `two spellings of a letter are two names`() throws {
    let field = try FieldExpression("k")
    let names = ShardPattern("%d.tar", by: field, zstd: false)?.names(of: "caf\u{e9}")
    #expect(names?.number(of: "caf\u{e9}-1.tar") == 1)
    #expect(names?.number(of: "cafe\u{301}-1.tar") == nil)
    let marked = ShardPattern("s/{k}-%d.tar", by: field, zstd: false)?.names(of: "\u{301}b")
    #expect(marked?.folder == "s/")
    #expect(marked?.number(of: "\u{301}b-2.tar") == 2)
  }

  @Test(arguments: [
    ("s-000007.tar", 7), ("s-1234567.tar", 1_234_567), ("s-7.tar", nil), ("s-0000007.tar", nil),
    ("s-000007.tar.zst", nil), (".s-000007.tar", nil), ("s-.tar", nil), ("s--00007.tar", nil),
    ("s-index.json", nil), ("s-+00007.tar", nil),
  ])
  func `a shard is told from other files`(_ file: String, _ number: Int?) {
    let names = ShardPattern("a/s-%06d.tar", by: nil, zstd: false)?.names(of: "")
    #expect(names?.number(of: file) == number)
  }
}
