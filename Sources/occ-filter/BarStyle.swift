/// How counts are shown on a terminal: the count, a bar, and what was counted.
struct BarStyle {
  private static let widestBar = 40

  private let columns: Int
  private let most: Int
  private let countWidth: Int
  private let barWidth: Int

  /// For a terminal of so many columns, and counts of at most so many.
  init(columns: Int, most: Int) {
    self.columns = columns
    self.most = most
    countWidth = String(most).count
    barWidth = min(Self.widestBar, max(1, (columns - countWidth - 2) / 2))
  }

  /// A line, cut where it would not fit.
  func line(_ count: Int, _ value: String) -> String {
    let number = String(count)
    let blocks = max(1, Int((Double(count) / Double(most) * Double(barWidth)).rounded()))
    let bar = String(repeating: "█", count: blocks) + Self.blanks(barWidth - blocks)
    let indent = Self.blanks(countWidth - number.count)
    return String("\(indent)\(number) \(bar) \(value)".prefix(columns))
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
