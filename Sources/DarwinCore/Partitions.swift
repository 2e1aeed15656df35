internal import ByteStreams

/// Entries parted by their keys, so that each part is small and equal keys are in the same.
struct Partitions {
  let rule: PartitionRule
  let lists: [EntryList]

  /// Partitions without entries.
  init(_ rule: PartitionRule, in spool: BlockSpool) {
    self.rule = rule
    lists = (0..<PartitionRule.count).map { _ in EntryList(in: spool) }
  }

  /// Parts the entries of a list.
  init(
    _ list: EntryList, _ rule: PartitionRule, in spool: BlockSpool
  ) throws(StreamError) {
    self.init(rule, in: spool)
    let entries = EntryReader(list)
    while let entry = try entries.take() { try append(entry) }
    try finish()
  }

  /// Adds an entry behind the others of its key.
  func append(_ entry: Entry) throws(StreamError) {
    try unsafe lists[rule(entry.key)].append(entry)
  }

  /// Ends the writing.
  func finish() throws(StreamError) {
    for list in lists { try list.finish() }
  }
}
