import Records
import Values

/// One value of a record, or several that are one key together.
struct RecordKey {
  private let fields: [ExpressionField]

  init(_ list: FieldExpressionList, _ scanner: inout RecordScanner) {
    fields = list.expressions.map { ExpressionField($0, &scanner) }
  }

  /// The keyed hash of the values; `nil` where all are absent.
  ///
  /// Where only some are absent, that counts as a value of its own.
  func hash(of record: borrowing Record) -> UInt64? {
    if fields.count == 1 { return fields[0].hash(of: record) }
    var hash = SipHash(k0: 0)
    var isAbsent = true
    for field in fields {
      let isThere = field.withBytes(of: record) { bytes in
        // The length comes before the bytes, so that no two keys have the same ones.
        hash.append(length: bytes.count)
        hash.append(bytes)
        return true
      }
      if isThere == nil { hash.append(length: -1) } else { isAbsent = false }
    }
    return isAbsent ? nil : hash.finish()
  }
}

extension SipHash {
  fileprivate mutating func append(length: Int) {
    for shift in stride(from: 0, to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: length >> shift))
    }
  }
}
