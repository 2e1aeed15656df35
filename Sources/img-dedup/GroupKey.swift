import Records

/// A group of the report: the hash of where the file of the one kept lies.
///
/// It needs less memory than the name, and is the same in every process.
struct GroupKey: Hashable, Comparable {
  private let hash: UInt64

  init(_ name: [UInt8]) {
    var hash = SipHash(k0: 0)
    for byte in name { hash.append(byte) }
    self.hash = hash.finish()
  }

  /// Reads what `text` gives.
  init?(_ text: String) {
    guard let hash = UInt64(text, radix: 16) else { return nil }
    self.hash = hash
  }

  var text: String { String(hash, radix: 16) }

  static func < (left: GroupKey, right: GroupKey) -> Bool { left.hash < right.hash }
}
