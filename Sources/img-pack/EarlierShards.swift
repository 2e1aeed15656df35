import ByteStreams
import Records

/// Shards that lie beside those of this run, of a run that had more, or compressed them otherwise:
/// no index has them.
struct EarlierShards {
  private typealias Sequence = (names: ShardNames, count: Int)

  /// The sequences of this run, by folder and by what stands before the number.
  private var sequences: [ByteText: [ByteText: Sequence]] = [:]

  /// Notes a sequence that has so many shards now.
  mutating func note(_ names: ShardNames, shards count: Int) {
    sequences[ByteText(names.folder), default: [:]][ByteText(names.start)] = (names, count)
  }

  /// Finds them, in the order of their names.
  func find() throws(StreamError) -> [String] {
    var found: [String] = []
    for (folder, sequences) in sequences {
      let files = try Directory.names(in: folder.text.isEmpty ? "." : folder.text)
      found += files.map { folder.text + $0 }.filter { Self.isEarlier($0, than: sequences) }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isEarlier(_ path: String, than sequences: [ByteText: Sequence]) -> Bool {
    path.utf8.indices.contains { index in
      guard 0x30...0x39 ~= path.utf8[index],
        let (names, count) = sequences[ByteText(String(Substring(path.utf8[..<index])))]
      else { return false }
      let file = String(path.fileName)
      return names.number(of: file).map { $0 >= count }
        ?? names.others.contains { $0.number(of: file) != nil }
    }
  }
}
