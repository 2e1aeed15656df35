import Records

/// A record that has its hash in common with others.
struct Contender: Comparable {
  /// Its place among the candidates.
  let place: Int
  private let key: [UInt8]
  /// Decides among records with one key, so that arrival never does.
  private let line: UInt64

  init(_ record: borrowing Record, _ identity: Identity, place: Int) {
    self.place = place
    key = identity.key(of: record)
    var hash = SipHash(k0: 0)
    hash.append(record.bytes)
    line = hash.finish()
  }

  static func < (left: Contender, right: Contender) -> Bool {
    if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
    // Records with one line are the same whichever is kept.
    return (left.line, left.place) < (right.line, right.place)
  }
}
