import Records

/// Keeps the first record of each value of a field; those without the field are all kept.
///
/// Of a value it remembers a keyed hash of 64 bits.
struct Unique {
  private let field: Field
  private var seen = Set<UInt64>()

  init(_ path: FieldPath, _ scanner: inout RecordScanner) { field = scanner.field(path) }

  mutating func keep(_ record: borrowing Record) -> Bool {
    guard let text = record.text(of: field) else { return true }
    return seen.insert(text.hash()).inserted
  }
}
