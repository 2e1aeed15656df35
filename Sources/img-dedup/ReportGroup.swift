import Records

/// Records whose pictures are the same, as the report shows them.
struct ReportGroup {
  /// So many of its records are shown.
  private static let mostCards = 24

  /// How many records there are, those that are not shown among them.
  private(set) var records = 0
  /// The first of them, in their order.
  private(set) var cards: [Card] = []
  private var counts: [ByteText: Int] = [:]

  mutating func add(_ card: Card) {
    records += 1
    if let label = card.values[.label] { counts[ByteText(label), default: 0] += 1 }
    let place = cards.firstIndex { card.precedes($0) } ?? cards.count
    if place == Self.mostCards { return }
    cards.insert(card, at: place)
    if cards.count > Self.mostCards { cards.removeLast() }
  }

  /// What the group is called: where the file of the one kept lies.
  var name: String { cards.first.map { $0.of ?? $0.name } ?? "" }

  /// The one that is kept; `nil` where none of ours is.
  var kept: Card? { cards.first.flatMap { $0.isKept ? $0 : nil } }

  /// Whether the one kept is in another set.
  var isOfOtherSet: Bool { cards.first?.isOfOtherSet ?? false }

  /// Whether its records have more than one label.
  var hasConflict: Bool { counts.count > 1 }

  /// The labels with the number of their records, the most frequent first.
  var labels: [(text: String, records: Int)] {
    let sorted = counts.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }
    return sorted.map { ($0.key.text, $0.value) }
  }

  /// How many records have no label.
  var unlabelled: Int { records - counts.values.reduce(0, +) }

  /// Conflicts come first, then the larger ones, then by names.
  static func precedes(_ left: ReportGroup, _ right: ReportGroup) -> Bool {
    if left.hasConflict != right.hasConflict { return left.hasConflict }
    if left.records != right.records { return left.records > right.records }
    return left.name < right.name
  }
}
