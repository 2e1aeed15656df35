extension HostTable {
  /// Reads a table: a line of names of columns, and then a line for each host, their cells
  /// separated by tabs.
  ///
  /// `host` is the only column that must be there. A cell that is empty or `-` says nothing,
  /// `none` lifts a limit. Empty lines and those that begin with `#` are passed over. `name` is
  /// the file's, for messages.
  /// - Throws: `HostTableError` with the line.
  public init(reading text: String, name: String) throws(HostTableError) {
    var columns: [HostColumn]?
    var rules: [HostPattern: HostRule] = [:]
    for (number, line) in Self.lines(of: text) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
      guard let known = columns else {
        columns = try Self.columns(cells, name, number)
        continue
      }
      let (pattern, rule) = try Self.row(cells, known, name, number)
      if rules.updateValue(rule, forKey: pattern) != nil {
        throw HostTableError(name, number, "'\(cells.first ?? "")' stands there twice")
      }
    }
    guard columns != nil else { throw HostTableError(name, 1, "no line with names of columns") }
    self.init(rules)
  }

  /// The lines that say something, and their numbers.
  private static func lines(of text: String) -> [(number: Int, line: Substring)] {
    let text =
      text.unicodeScalars.first == "\u{FEFF}"
      ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    let lines = Substring(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().map { ($0.offset + 1, $0.element) }.filter { _, line in
      !line.hasPrefix("#") && !line.allSatisfy(\.isWhitespace)
    }
  }

  private static func trimmed(_ cell: Substring) -> String {
    let cell = cell.drop { $0 == " " }
    return String(cell.reversed().drop { $0 == " " }.reversed())
  }

  private static func columns(
    _ cells: [String], _ name: String, _ line: Int
  ) throws(HostTableError) -> [HostColumn] {
    var columns = [HostColumn]()
    for cell in cells {
      guard let column = HostColumn(rawValue: cell) else {
        let known = HostColumn.allCases.map(\.rawValue).joined(separator: ", ")
        throw HostTableError(
          name, line, "no column is called '\(cell)': takes \(known), with tabs between")
      }
      if columns.contains(column) { throw HostTableError(name, line, "two columns '\(cell)'") }
      columns.append(column)
    }
    if columns.contains(.host) { return columns }
    throw HostTableError(name, line, "no column 'host'")
  }

  private static func row(
    _ cells: [String], _ columns: [HostColumn], _ name: String, _ line: Int
  ) throws(HostTableError) -> (HostPattern, HostRule) {
    if cells.count > columns.count {
      throw HostTableError(name, line, "\(cells.count) cells, and \(columns.count) columns")
    }
    var rule = HostRule()
    for (cell, column) in zip(cells, columns) where !["", "-"].contains(cell) {
      guard column.read(cell, into: &rule) else { throw unclear(cell, column, name, line) }
    }
    let place = columns.firstIndex(of: .host) ?? 0
    let cell = place < cells.count ? cells[place] : ""
    guard let pattern = HostPattern(cell) else { throw unclear(cell, .host, name, line) }
    return (pattern, rule)
  }

  private static func unclear(
    _ cell: String, _ column: HostColumn, _ name: String, _ line: Int
  ) -> HostTableError {
    HostTableError(name, line, "\(column.rawValue) '\(cell)': takes \(column.expectation)")
  }
}
