import Records

/// Reads the labels of records: of one that has several, in an array or along a path through one,
/// all of them together are its label.
struct LabelReader {
  private let field: Field

  init(_ path: FieldPath, _ scanner: inout RecordScanner) { field = scanner.field(path) }

  /// A hash of a record's label, the same in any order of several; `nil` where it has none.
  func hash(of record: borrowing Record) -> UInt64? {
    var first: UInt64?
    var others: Set<UInt64> = []
    _ = record.contains(field) { text in
      let hash = text.hash()
      if first == nil { first = hash }
      if first != hash { others.insert(hash) }
      return false
    }
    return first.map { others.reduce($0, &+) }
  }

  /// A record's label as it is shown.
  func text(of record: borrowing Record) -> String? {
    var texts: Set<String> = []
    _ = record.contains(field) { text in
      texts.insert(text.string)
      return false
    }
    return texts.isEmpty ? nil : texts.sorted().joined(separator: ", ")
  }
}
