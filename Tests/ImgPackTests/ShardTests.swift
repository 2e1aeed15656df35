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
    ("%d", "12", "index.json"),
  ])
  func `a pattern has a place for the number`(_ text: String, _ shard: String, _ index: String) {
    let names = ShardPattern(text, by: nil, zstd: false)?.names(of: "")
    #expect(names?.shard(12) == shard)
    #expect(names?.index == index)
  }

  @Test(arguments: [
    "", "-", "shard.tar", "%d-%d.tar", "%d/x.tar", "%s.tar", "%6d.tar", "%-6d.tar", "%0d.tar",
    "%013d.tar", "%", "%06", "%%d.tar",
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

  @Test(arguments: [("%d.tar", "3.tar.zst"), ("%d.tar.zst", "3.tar.zst")])
  func `what is packed with zstd is called so`(_ text: String, _ shard: String) {
    let names = ShardPattern(text, by: nil, zstd: true)?.names(of: "")
    #expect(names?.shard(3) == shard)
    #expect(names?.index == "index.json")
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
