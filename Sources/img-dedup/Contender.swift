import Records

/// A record that may be the one kept of its picture.
struct Contender: Comparable {
  private let key: [UInt8]
  /// Decides among records with one key, so that arrival never does.
  private let line: UInt64

  init(_ record: borrowing Record, _ identity: Identity) {
    key = identity.key(of: record)
    var hash = SipHash(k0: 0)
    hash.append(record.bytes)
    line = hash.finish()
  }

  static func < (left: Contender, right: Contender) -> Bool {
    if left.key == right.key { return left.line < right.line }
    return left.key.lexicographicallyPrecedes(right.key)
  }
}
