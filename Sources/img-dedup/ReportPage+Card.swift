import Values

extension ReportPage {
  /// Adds a record: its picture, what became of it and why, and what it says of itself.
  mutating func add(_ card: Card, of group: ReportGroup, to markup: inout HTML) throws {
    markup.add(card.isKept ? "<li class=\"kept\">\n" : "<li>\n")
    try addThumbnail(of: card.values[.path], to: &markup)
    markup.add(card.isKept ? "<h3>Kept</h3>\n<p>" : "<h3>Dropped</h3>\n<p>")
    addReason(card, of: group, to: &markup)
    markup.add("</p>\n<dl>\n")
    addValues(of: card, to: &markup)
    markup.add("</dl>\n</li>\n")
  }

  private func addReason(_ card: Card, of group: ReportGroup, to markup: inout HTML) {
    if card.isKept { return addReasons(forKept: card, of: group, to: &markup) }
    switch card.kind {
    case .exact: markup.add("same bytes")
    case .pixels: markup.add("same pixels")
    case .similar:
      markup.add("looks alike: ")
      markup.add(card.distance)
      markup.add(" of 64 bits differ")
    }
    markup.add("; ")
    if let kept = group.kept {
      markup.add(Reason(against: card, for: kept, options.keep).ofDropped)
    } else {
      markup.add(group.isOfOtherSet ? "in another set already" : "the labels differ")
    }
  }

  /// What decided against any of the others.
  private func addReasons(
    forKept kept: Card, of group: ReportGroup, to markup: inout HTML
  ) {
    let reasons = group.cards.filter { !$0.isKept }.map {
      Reason(against: $0, for: kept, options.keep)
    }
    var isFirst = true
    for reason in Reason.allCases where reasons.contains(reason) {
      if !isFirst { markup.add(", ") }
      markup.add(reason.ofKept)
      isFirst = false
    }
  }

  private func addValues(of card: Card, to markup: inout HTML) {
    addRow(card.values[.label], to: &markup) { $0.add(text: "\(options.label)") }
    addRow(card.values[.name], to: &markup) { $0.add("Name") }
    addRow(card.values[.licence].map { Self.licence($0, card) }, to: &markup) { $0.add("Licence") }
    addRow(card.values[.creator], to: &markup) { $0.add("By") }
    addRow(card.values[.link], link: card.values[.link], to: &markup) { $0.add("Link") }
    let id = card.values[.gbifID]
    addRow(id, link: id.flatMap(Link.occurrence), to: &markup) { $0.add("GBIF") }
    if id == nil { addRow(card.values[.id], to: &markup) { $0.add("Id") } }
    addRow(card.values[.path], to: &markup) { $0.add("File") }
    if let width = card.values[.width], let height = card.values[.height] {
      addRow("\(width) × \(height)", to: &markup) { $0.add("Pixels") }
    }
  }

  /// The licence as it is understood, and as it stands in the record.
  private static func licence(_ text: String, _ card: Card) -> String {
    card.licence.id == text ? text : "\(card.licence.id) (\(text))"
  }

  private func addRow(
    _ value: String?, link: String? = nil, to markup: inout HTML,
    named name: (inout HTML) -> Void
  ) {
    guard let value else { return }
    markup.add("<dt>")
    name(&markup)
    markup.add("</dt><dd dir=\"auto\">")
    if let link, Link.isSafe(link) {
      markup.add("<a rel=\"noopener noreferrer nofollow\" href=\"")
      markup.add(text: link)
      markup.add("\">")
      markup.add(text: value)
      markup.add("</a>")
    } else {
      markup.add(text: value)
    }
    markup.add("</dd>\n")
  }
}
