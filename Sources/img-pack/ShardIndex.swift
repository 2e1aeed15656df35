import ByteStreams
import Invocation
import Records

/// What a set of shards has, in a file that loaders by the sample read: the index of `wids`,
/// which is a part of webdataset up to version 0.2.
struct ShardIndex {
  private static let opening = #"{"__kind__":"wids-shard-index-v1","wids_version":1,"#

  private let names: ShardNames
  private var lines: [[UInt8]] = []
  private var samples = 0

  init(_ names: ShardNames) { self.names = names }

  /// How many shards there are.
  var count: Int { lines.count }

  /// Adds the shard that comes next, by what it is called in its folder.
  mutating func append(samples: Int) {
    let path = names.shard(count)
    var shard = JSONObject()
    shard.add("url", String(path.dropFirst(names.folder.count)))
    shard.add("nsamples", samples)
    shard.add("filesize", Directory.size(ofFile: path))
    lines.append(shard.bytes)
    self.samples += samples
  }

  /// Takes an earlier index away, as it is none of what is to be written.
  /// - Throws: where the file that has its name is no index.
  func removeEarlier() throws {
    let path = names.index
    guard Directory.size(ofFile: path) != nil else { return }
    guard try Self.isIndex(path) else {
      throw Failure(.cannotCreate, "\(path): is there already, and no index of shards")
    }
    try Directory.remove(path)
  }

  private static func isIndex(_ path: String) throws(StreamError) -> Bool {
    var lines = LineReader(try .reading(path))
    guard let line = try lines.next() else { return false }
    return line.bytes.indices.map { line.bytes[$0] }.starts(with: opening.utf8)
  }

  /// Writes it.
  func write() throws(StreamError) {
    var writer = try LineWriter.file(names.index)
    writer.append("\(Self.opening)\"nsamples\":\(samples),\"shardlist\":[")
    try writer.endLine()
    for (number, line) in lines.enumerated() {
      writer.append(line.span)
      if number < lines.count - 1 { writer.append(",") }
      try writer.endLine()
    }
    writer.append("]}")
    try writer.endLine()
    try writer.finish()
  }
}
