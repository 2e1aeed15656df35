import Records

/// Reads cards from the lines that `CardReader` makes of records.
struct CardFields {
  private let group: Field
  private let of: Field
  private let pixels: Field
  private let distance: Field
  private let kind: Field
  private let elsewhere: Field
  private let values: [(value: CardValue, field: Field)]

  init(_ scanner: inout RecordScanner) {
    group = scanner.field(FieldPath(names: ["group"]))
    of = scanner.field(FieldPath(names: ["of"]))
    pixels = scanner.field(FieldPath(names: ["pixels"]))
    distance = scanner.field(FieldPath(names: ["distance"]))
    kind = scanner.field(FieldPath(names: ["kind"]))
    elsewhere = scanner.field(FieldPath(names: ["elsewhere"]))
    var values: [(value: CardValue, field: Field)] = []
    for value in CardValue.allCases {
      values.append((value, scanner.field(FieldPath(names: [value.rawValue]))))
    }
    self.values = values
  }

  /// The group of a card.
  func group(of record: borrowing Record) -> GroupKey? {
    (record.text(of: group)?.string).flatMap(GroupKey.init)
  }

  /// All of a card.
  func card(_ record: borrowing Record) -> Card {
    var card = Card()
    if record.has(of) { card.of = record.text(of: of)?.string ?? "" }
    card.pixels = record.number(pixels) ?? 0
    card.distance = record.number(distance) ?? 0
    card.isOfOtherSet = record.has(elsewhere)
    card.kind = (record.text(of: kind)?.string).flatMap { Duplicate.Kind(rawValue: $0) } ?? .exact
    for (value, field) in values { card.values[value] = record.text(of: field)?.string }
    return card
  }
}
