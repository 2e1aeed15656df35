import ByteStreams
import Testing

@testable import DarwinCore

struct EntryListTests {
  private static func list(_ entries: [TextEntry]) throws -> EntryList {
    let list = EntryList(in: try BlockSpool.create())
    for entry in entries { try entry.withEntry { try list.append($0) } }
    try list.finish()
    return list
  }

  private static let largeEntry = TextEntry(
    String(repeating: "k", count: 300), String(repeating: "v", count: 3 * EntryList.blockSize))

  @Test(arguments: [0, 1, 20_000])
  func `entries come back in their order, whatever their size`(_ count: Int) throws {
    var entries = (0..<count).map { TextEntry("\($0)", String(repeating: "x", count: $0 % 200)) }
    entries.insert(Self.largeEntry, at: count / 2)
    entries.append(TextEntry("", ""))
    let list = try Self.list(entries)
    #expect(list.count == count + 2)
    #expect(try list.texts() == entries)
  }

  @Test(
    arguments: [
      ([], nil), (["a"], "a"), (["a", "a", "a"], "a"), (["a", "a", "b"], nil),
      (["a", "b", "b"], nil), (["", ""], ""), (["a", ""], nil),
    ] as [([String], String?)])
  func `a list knows the key that all its entries have`(keys: [String], only: String?) throws {
    let list = try Self.list(keys.map { TextEntry($0, "value") })
    #expect(list.onlyKey == only.map { Array($0.utf8) })
  }

  @Test(arguments: [1, 700, 769, 20_000])
  func `no more memory is taken than was foretold`(_ count: Int) throws {
    let list = try Self.list((0..<count).map { TextEntry("\($0)", "a row") })
    var store = RowStore()
    var size = 0
    let reader = EntryReader(list)
    while let entry = try reader.take() {
      size = max(size, store.size(with: entry))
      store.add(entry)
    }
    #expect(store.size <= RowStore.largestSize(of: list))
    // The lengths of an entry may take 18 bytes, but take two here.
    #expect(size <= RowStore.largestSize(of: list) + 16)
  }
}
