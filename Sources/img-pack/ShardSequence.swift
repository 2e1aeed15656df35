import ByteStreams
import Invocation

/// Shards that are numbered from 0, one after the other, and then their index; or the one tar on
/// the standard output.
struct ShardSequence: ~Copyable {
  private let names: ShardNames?
  private let limit: ShardSize?
  private var index: ShardIndex?
  private var shard: Shard?
  /// The SHA-1 of the key of the sample before.
  private var last: String?
  /// How many shards are whole.
  private(set) var count = 0

  /// Begins files: their folder is made, and an earlier index goes.
  init(_ names: ShardNames, _ limit: ShardSize) throws {
    let index = ShardIndex(names)
    try Directory.create(for: names.index)
    try index.removeEarlier()
    (self.names, self.limit, self.index) = (names, limit, index)
    shard = nil
  }

  /// Begins a tar on the standard output.
  init(onStandardOutput isPacked: Bool) throws {
    (names, limit, index) = (nil, nil, nil)
    shard = try Shard(try .standardOutput(isPacked: isPacked))
  }

  /// Whether a sample with the same key was packed: the one before it, or one of the same shard.
  func has(_ name: SampleName) -> Bool {
    if name.hash == last { return true }
    return shard?.has(name) ?? false
  }

  /// Adds a sample, to the next shard where this one is full.
  mutating func append(_ sample: Sample, in folder: BaseFolder) throws {
    if isFull(for: sample) { try endShard() }
    if shard == nil, let names { shard = try Shard(try .file(names.shard(count))) }
    try shard?.append(sample, in: folder)
    last = sample.name.hash
  }

  private func isFull(for sample: Sample) -> Bool {
    guard let limit else { return false }
    return shard?.isFull(limit, for: sample) ?? false
  }

  private mutating func endShard() throws(StreamError) {
    guard let ended = shard.take() else { return }
    let samples = ended.samples
    try ended.finish()
    count += 1
    index?.append(samples: samples)
  }

  func flush() throws(StreamError) { try shard?.flush() }

  /// Ends the last shard and writes the index; gives how many shards there are, and how they are
  /// called if they are files.
  consuming func finish() throws(StreamError) -> (count: Int, names: ShardNames?) {
    try endShard()
    try index?.write()
    return (count, names)
  }
}
