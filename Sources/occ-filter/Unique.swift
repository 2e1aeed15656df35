import Records
import Values

/// Keeps the first record of each key, for several keys at once; those without a key pass for
/// it.
///
/// Of a key it remembers a keyed hash of 64 bits.
struct Unique {
  private let keys: [RecordKey]
  private var seen: [SeenHashes]
  /// The hashes of the record in hand.
  private var hashes: [UInt64?] = []

  init(_ lists: [FieldExpressionList], _ scanner: inout RecordScanner) {
    keys = lists.map { RecordKey($0, &scanner) }
    seen = lists.map { _ in SeenHashes() }
  }

  /// Only the keys of a record that is kept count as seen: one that a key drops must not take
  /// the place of a later one for another key.
  mutating func keep(_ record: borrowing Record) -> Bool {
    hashes.removeAll(keepingCapacity: true)
    for (index, key) in keys.enumerated() {
      let hash = key.hash(of: record)
      if let hash, seen[index].contains(hash) { return false }
      hashes.append(hash)
    }
    for (index, hash) in hashes.enumerated() {
      if let hash { seen[index].insert(hash) }
    }
    return true
  }
}
