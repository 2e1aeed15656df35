import Invocation

/// How many records there are of each value, the most frequent first.
struct CountTable {
  /// A line of it.
  struct Row: Comparable {
    let count: Int
    /// `nil` for the records without a value.
    let value: ArraySlice<UInt8>?

    static func < (left: Row, right: Row) -> Bool {
      if left.count != right.count { return left.count > right.count }
      return (left.value ?? []).lexicographicallyPrecedes(right.value ?? [])
    }

    /// The value, with nothing in it that a terminal would obey; empty where there is none,
    /// as no value is.
    var text: String {
      value.map { Diagnostics.escape(String(decoding: $0, as: UTF8.self)) } ?? ""
    }
  }

  private let rows: [Row]

  /// A table of these rows, less those that count nothing.
  init(_ rows: [Row]) { self.rows = rows.filter { $0.count > 0 }.sorted() }

  /// Count, tab and value; as wide as the terminal, with a bar, where there is one.
  func lines(columns: Int?) -> [String] {
    guard let columns, let most = rows.first?.count else {
      return rows.map { "\($0.count)\t\($0.text)" }
    }
    let style = BarStyle(columns: columns, most: most)
    return rows.map { style.line($0.count, $0.text) }
  }
}
