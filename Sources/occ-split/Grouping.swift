import Records
import Values

/// What keeps records together: the first of some fields that a record has, else its id.
struct Grouping {
  private let fields: [ExpressionField]
  private let identity: Identity
  private let set: Member
  private let seed: UInt64

  init(_ options: OccSplit, _ scanner: inout RecordScanner) {
    fields = options.by.map { ExpressionField($0, &scanner) }
    identity = Identity(&scanner)
    set = Member("set", &scanner)
    seed = options.seed ?? 0
  }

  /// The keyed hash of the record's group, and whether it is that of its id, as the record has
  /// none of the fields.
  func group(of record: borrowing Record) -> (hash: UInt64, isOfID: Bool) {
    for field in fields {
      if let hash = field.firstHash(of: record, seed: seed) { return (hash, false) }
    }
    return (identity.idHash(of: record, seed: seed, before: set), true)
  }
}

extension ExpressionField {
  /// The keyed hash of the first value; `nil` where there is none.
  func firstHash(of record: borrowing Record, seed: UInt64 = 0) -> UInt64? {
    withFirst(of: record) { bytes in
      var hash = SipHash(k0: seed)
      hash.append(bytes)
      return hash.finish()
    }
  }
}
