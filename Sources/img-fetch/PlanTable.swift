import Invocation

/// A plan as people read it: columns of the same width, numbers to the right.
enum PlanTable {
  private static let head = ["host", "pictures", "bytes", "time", "decided by"]

  /// A line for the head and for each row.
  static func lines(_ rows: [Plan.Row]) -> [String] {
    let cells =
      [head]
      + rows.map { row in
        [
          Diagnostics.escape(row.host), String(row.pictures), size(row.bytes), time(row.seconds),
          Diagnostics.escape(row.bound.description),
        ]
      }
    let widths = head.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { line($0, widths) }
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    cells.indices.map { column in
      let blanks = String(repeating: " ", count: widths[column] - cells[column].count)
      switch column {
      case 0: return cells[column] + blanks
      case cells.count - 1: return cells[column]
      default: return blanks + cells[column]
      }
    }.joined(separator: "  ")
  }

  /// `640kB`, `3.1GB`: powers of 1000, two digits at least.
  static func size(_ bytes: Int) -> String {
    var (number, unit) = (Double(bytes), 0)
    let units = ["B", "kB", "MB", "GB", "TB", "PB"]
    while number >= 999.5, unit < units.count - 1 { (number, unit) = (number / 1000, unit + 1) }
    return (unit == 0 || number >= 9.95 ? String(Int(number.rounded())) : number1(number))
      + units[unit]
  }

  /// `45s`, `12m`, `2h05m`, `3d04h`: rounded up to the second, from an hour on to the minute,
  /// from a day on to the hour.
  static func time(_ seconds: Double) -> String {
    let seconds = Int(min(seconds.rounded(.up), 1e15))
    let (minutes, hours) = ((seconds + 59) / 60, (seconds + 3599) / 3600)
    if seconds < 60 { return "\(seconds)s" }
    if minutes < 60 { return "\(minutes)m" }
    if minutes < 24 * 60 { return "\(minutes / 60)h\(twoDigits(minutes % 60))m" }
    return "\(hours / 24)d\(twoDigits(hours % 24))h"
  }

  /// Without a fraction where it has none.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  private static func number1(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
