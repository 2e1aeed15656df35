/// What makes a record itself, wherever in a list it stands.
///
/// The *id* is `gbifID`, else `occurrenceID`, else `id`. The *key* is the id, a NUL and
/// `media.identifier`; the whole line where both are absent.
public struct Identity {
  private let ids: [Field]
  private let identifier: Field

  /// Asks `scanner` for the fields that it takes.
  public init(_ scanner: inout RecordScanner) {
    ids = ["gbifID", "occurrenceID", "id"].map { scanner.field(FieldPath(names: [$0])) }
    identifier = scanner.field(FieldPath(names: ["media", "identifier"]))
  }

  /// The record's id, `nil` where it has none.
  @_lifetime(copy record)
  public func id(of record: borrowing Record) -> Text? {
    for field in ids {
      if let text = record.text(of: field) { return text }
    }
    return nil
  }

  /// Whether the record's key is less than its whole line.
  public func isNamed(_ record: borrowing Record) -> Bool {
    id(of: record) != nil || record.text(of: identifier) != nil
  }

  /// The keyed hash of the record's key.
  public func hash(of record: borrowing Record, seed: UInt64 = 0) -> UInt64 {
    var hash = SipHash(k0: seed)
    withKey(of: record) { hash.append($0) }
    return hash.finish()
  }

  /// The keyed hash of the record's id, of its key where it has none.
  ///
  /// Where the whole line is the key, it is taken as it was before `member` was added, so that a
  /// rerun finds the same.
  public func idHash(
    of record: borrowing Record, seed: UInt64 = 0, before member: Member
  ) -> UInt64 {
    var hash = SipHash(k0: seed)
    if let id = id(of: record) {
      id.withBytes { hash.append($0) }
    } else if record.text(of: identifier) != nil {
      withKey(of: record) { hash.append($0) }
    } else {
      member.withBytesBefore(record) { hash.append($0) }
    }
    return hash.finish()
  }

  /// The record's key.
  public func key(of record: borrowing Record) -> [UInt8] {
    var key = [UInt8]()
    withKey(of: record) { part in for index in part.indices { key.append(part[index]) } }
    return key
  }

  /// Gives the key to `take`, piece by piece.
  private func withKey(of record: borrowing Record, take: (borrowing Span<UInt8>) -> Void) {
    let id = id(of: record)
    let identifier = record.text(of: identifier)
    if id == nil, identifier == nil { return take(record.bytes) }
    if let id { id.withBytes(take) }
    let separator: InlineArray<1, UInt8> = [0]
    take(separator.span)
    if let identifier { identifier.withBytes(take) }
  }
}
