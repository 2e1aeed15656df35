import Records

/// Reads from records what the report shows of them, and makes lines of it for `CardFields`.
struct CardReader {
  /// So much of a value is kept: enough for any path, and for all that is shown.
  private static let longestValue = 4096

  private let fields: [(value: CardValue, fields: [Field])]
  private let label: LabelReader
  private let merits: Merits

  init(label path: FieldPath, _ scanner: inout RecordScanner) {
    var all: [(value: CardValue, fields: [Field])] = []
    for value in CardValue.allCases where value != .label {
      var fields: [Field] = []
      for path in value.fields { fields.append(scanner.field(path)) }
      all.append((value, fields))
    }
    fields = all
    label = LabelReader(path, &scanner)
    merits = Merits(&scanner)
  }

  /// What a group is called in which the record is kept.
  func name(of record: borrowing Record) -> [UInt8] { merits.name(of: record) }

  /// A record's card, as a line of JSON.
  func line(
    _ record: borrowing Record, _ picture: Picture, _ duplicate: Duplicate?, group: GroupKey
  ) -> [UInt8] {
    var line = JSONObject()
    line.add("group", group.text)
    line.add("pixels", merits.pixels(of: record, picture))
    if let duplicate {
      line.add("of", Self.cut(String(decoding: duplicate.of, as: UTF8.self)))
      line.add("distance", duplicate.distance)
      line.add("kind", duplicate.kind.rawValue)
      line.add("elsewhere", duplicate.isOfOtherSet ? true : nil)
    }
    line.add(CardValue.label.rawValue, label.text(of: record).map(Self.cut))
    for (value, fields) in fields { line.add(value.rawValue, text(of: fields, record)) }
    return line.bytes
  }

  private func text(of fields: [Field], _ record: borrowing Record) -> String? {
    for field in fields {
      if let text = record.text(of: field) { return Self.cut(text.string) }
    }
    return nil
  }

  private static func cut(_ text: String) -> String {
    if text.utf8.count <= longestValue { return text }
    return String(text.unicodeScalars.prefix(longestValue)) + "…"
  }
}
