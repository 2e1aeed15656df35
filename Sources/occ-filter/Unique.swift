import Records

/// Keeps the first record of each value of a field, for several fields at once; those without
/// a field pass for it.
///
/// Of a value it remembers a keyed hash of 64 bits.
struct Unique {
  private var seen: [(field: Field, values: Set<UInt64>)]

  init(_ paths: [FieldPath], _ scanner: inout RecordScanner) {
    seen = paths.map { (scanner.field($0), []) }
  }

  /// Only the values of a record that is kept count as seen: one that a field drops must not
  /// take the place of a later one for another field.
  mutating func keep(_ record: borrowing Record) -> Bool {
    var hashes = [UInt64?]()
    for (field, values) in seen {
      let hash = record.text(of: field)?.hash()
      if let hash, values.contains(hash) { return false }
      hashes.append(hash)
    }
    for (index, hash) in hashes.enumerated() {
      if let hash { seen[index].values.insert(hash) }
    }
    return true
  }
}
