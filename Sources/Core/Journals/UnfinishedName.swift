/// The name of an unfinished file: `SEGMENT.part-HASH-NUMBER`, with `-copy` behind it for a
/// further link or a copy that has not got its name yet.
struct UnfinishedName {
  let name: String
  /// The name of the segment of the process that made it.
  let segment: String
  let isCopy: Bool
  /// That of its key, where it can be read.
  let hash: UInt64?

  /// `nil` where it is not such a name.
  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].hasPrefix("part-") else { return nil }
    let words = parts[2].split(separator: "-")
    self.name = name
    segment = "\(parts[0]).\(parts[1])"
    isCopy = words.last == "copy"
    hash = isCopy || words.count != 3 ? nil : UInt64(words[1], radix: 16)
  }

  /// What the names of a key's files begin with, in the process that has the segment at `path`.
  static func prefix(_ path: String, _ hash: UInt64) -> String {
    "\(path).part-\(String(hash, radix: 16))-"
  }
}
