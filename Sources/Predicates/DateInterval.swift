/// A time from one moment to another, as dates are written in cells: `2010`, `2010-05`,
/// `2010-05-31`, `2010-05-31T10:30:00Z`, `2010-05/2010-08`, `2010-05-01/31`.
///
/// The forms are those of ISO 8601-1 that Darwin Core recommends for `eventDate`. Offsets
/// from UTC are passed over: a date is that of the place where it was written.
public struct DateInterval: Equatable, Sendable {
  /// The first millisecond, since 1970.
  public let start: Int
  /// The first millisecond that is no longer a part.
  public let end: Int

  /// Reads a date or an interval; `nil` where the text is neither.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  /// Reads a date or an interval in ASCII.
  public init?(_ text: Span<UInt8>) {
    let slash = text.indices.first { text[$0] == UInt8(ascii: "/") } ?? text.count
    guard let first = CalendarDate(text.extracting(first: slash)) else { return nil }
    var last = first
    if slash < text.count {
      let rest = text.extracting((slash + 1)...)
      guard let date = CalendarDate(rest, after: first) else { return nil }
      last = date
    }
    start = first.start
    end = last.end
    if start >= end { return nil }
  }

  /// Whether all of it is so, compared with all of the other.
  func holds(_ comparison: Comparison, _ other: DateInterval) -> Bool {
    switch comparison {
    case .lessThan: end <= other.start
    case .lessThanOrEquals: end <= other.end
    case .greaterThan: start >= other.end
    case .greaterThanOrEquals: start >= other.start
    }
  }

  /// Whether it lies wholly within the other.
  func lies(within other: DateInterval) -> Bool { start >= other.start && end <= other.end }
}
