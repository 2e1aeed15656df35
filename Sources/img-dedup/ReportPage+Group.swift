extension ReportPage {
  /// So many labels of a group are named.
  private static let mostLabels = 12

  /// Adds a group: what it is called, its labels, and its records side by side.
  mutating func add(_ group: ReportGroup, to markup: inout HTML) throws {
    markup.add(group.hasConflict ? "<section class=\"conflict\">\n" : "<section>\n")
    markup.add("<h2><bdi>")
    markup.add(text: group.name)
    markup.add("</bdi></h2>\n<p>")
    addLabels(of: group, to: &markup)
    markup.add("</p>\n<ul>\n")
    if group.isOfOtherSet { try addElsewhere(group.name, to: &markup) }
    for card in group.cards { try add(card, of: group, to: &markup) }
    markup.add("</ul>\n")
    if group.records > group.cards.count {
      addCount(group.records - group.cards.count, "<p>Records that are not shown: ", to: &markup)
      markup.add("</p>\n")
    }
    markup.add("</section>")
  }

  private func addLabels(of group: ReportGroup, to markup: inout HTML) {
    if group.hasConflict { markup.add("<strong>Conflict.</strong> ") }
    markup.add("Records: ")
    markup.add(group.records)
    markup.add("; ")
    markup.add(text: "\(options.label)")
    let labels = group.labels
    for (index, label) in labels.prefix(Self.mostLabels).enumerated() {
      markup.add(index == 0 ? ": <bdi>" : ", <bdi>")
      markup.add(text: label.text)
      markup.add("</bdi> × ")
      markup.add(label.records)
    }
    if labels.count > Self.mostLabels {
      addCount(labels.count - Self.mostLabels, ", others: ", to: &markup)
    }
    if group.unlabelled > 0 {
      addCount(group.unlabelled, labels.isEmpty ? ": none × " : ", none × ", to: &markup)
    }
  }

  private func addCount(_ count: Int, _ name: StaticString, to markup: inout HTML) {
    markup.add(name)
    markup.add(count)
  }

  private mutating func addElsewhere(_ name: String, to markup: inout HTML) throws {
    markup.add("<li class=\"kept\">\n")
    try addThumbnail(of: name, to: &markup)
    markup.add("<h3>In another set</h3>\n<p dir=\"auto\">")
    markup.add(text: name)
    markup.add("</p>\n</li>\n")
  }

  /// Adds the small picture of a file, or why there is none.
  mutating func addThumbnail(of path: String?, to markup: inout HTML) throws {
    guard let path else { return markup.add("<p class=\"missing\">no file is named</p>\n") }
    switch try thumbnails.thumbnail(of: path) {
    case .jpeg(let bytes):
      markup.add("<img width=\"160\" height=\"160\" src=\"data:image/jpeg;base64,")
      markup.add(base64: bytes)
      markup.add("\" alt=\"")
      markup.add(text: path)
      markup.add("\">\n")
    case .missing(let reason):
      markup.add("<p class=\"missing\" dir=\"auto\">no picture: ")
      markup.add(text: reason)
      markup.add("</p>\n")
    }
  }
}
