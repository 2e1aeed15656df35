import Archives
import ByteStreams

/// A shard in the making: samples whose members stand together and have names of their own.
struct Shard: ~Copyable {
  private let tar: TarWriter
  private var names = SampleNames()
  private(set) var samples = 0
  /// What it will have, before it is compressed.
  private var bytes = 0

  init(_ sink: consuming ByteSink) throws(StreamError) { tar = try .create(sink) }

  /// Whether a sample with the same key is in it.
  func has(_ name: SampleName) -> Bool { names.name(for: name) == nil }

  /// Whether a further sample is one too many.
  func isFull(_ limit: ShardSize, for sample: Sample) -> Bool {
    limit.isReached(samples: samples, bytes: bytes, adding: sample.size)
  }

  /// Adds a sample, of whose key there is none.
  mutating func append(
    _ sample: Sample, in folder: BaseFolder
  ) throws(StreamError) {
    let name = names.name(for: sample.name) ?? sample.name.long
    try sample.append(to: tar, as: name, in: folder)
    names.insert(name, sample.name)
    samples += 1
    bytes += sample.size
  }

  func flush() throws(StreamError) { try tar.flush() }

  /// Ends it; a file gets its name.
  consuming func finish() throws(StreamError) { try tar.finish() }
}
