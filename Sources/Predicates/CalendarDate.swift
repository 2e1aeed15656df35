/// A year, a month, a day or a moment of the Gregorian calendar, however exactly it is told.
struct CalendarDate {
  private static let day = 86_400_000

  private var year = 0
  private var month: Int?
  private var dayOfMonth: Int?
  /// Where a time of day is told: its first millisecond, and how long it lasts.
  private var time: (start: Int, length: Int)?

  /// Reads a date; `nil` where the text is none.
  init?(_ text: Span<UInt8>) {
    var reader = DigitReader(text)
    guard let year = reader.number(of: 4) else { return nil }
    self.year = year
    guard readMonth(&reader), readTime(&reader), reader.isAtEnd, isInCalendar else { return nil }
  }

  /// Reads the end of an interval, of which what it has in common with the beginning may be
  /// left out: `2007-11-13/15`.
  init?(_ text: Span<UInt8>, after first: CalendarDate) {
    if let whole = CalendarDate(text) {
      self = whole
      return
    }
    guard first.time == nil else { return nil }
    self = first
    var reader = DigitReader(text)
    guard let number = reader.number(of: 2) else { return nil }
    if reader.isAtEnd {
      if first.dayOfMonth == nil { month = number } else { dayOfMonth = number }
    } else {
      guard reader.take(UInt8(ascii: "-")), let day = reader.number(of: 2) else { return nil }
      (month, dayOfMonth) = (number, day)
    }
    guard reader.isAtEnd, isInCalendar else { return nil }
  }

  private mutating func readMonth(_ reader: inout DigitReader) -> Bool {
    guard reader.take(UInt8(ascii: "-")) else { return true }
    guard let month = reader.number(of: 2) else { return false }
    self.month = month
    guard reader.take(UInt8(ascii: "-")) else { return true }
    dayOfMonth = reader.number(of: 2)
    return dayOfMonth != nil
  }

  /// `T10`, `T10:30`, `T10:30:00`, `T10:30:00.123`, and an offset from UTC behind it.
  private mutating func readTime(_ reader: inout DigitReader) -> Bool {
    guard dayOfMonth != nil, reader.take(UInt8(ascii: "T")) || reader.take(0x20) else {
      return true
    }
    guard let hour = reader.number(of: 2), hour <= 24 else { return false }
    var (start, length) = (hour * 3_600_000, 3_600_000)
    for unit in [60_000, 1000] where reader.take(UInt8(ascii: ":")) {
      guard let number = reader.number(of: 2), number <= 60 else { return false }
      start += number * unit
      length = unit
    }
    if length == 1000, let fraction = reader.fraction() { (start, length) = (start + fraction, 1) }
    time = (start, length)
    return reader.skipOffset()
  }

  private var isInCalendar: Bool {
    guard let month else { return true }
    guard 1...12 ~= month else { return false }
    return dayOfMonth.map { 1...Self.length(of: month, in: year) ~= $0 } ?? true
  }

  /// The first millisecond, since 1970.
  var start: Int {
    Self.days(to: year, month ?? 1, dayOfMonth ?? 1) * Self.day + (time?.start ?? 0)
  }

  /// The first millisecond that is no longer a part.
  var end: Int {
    if let time { return start + time.length }
    if dayOfMonth != nil { return start + Self.day }
    guard let month else { return Self.days(to: year + 1, 1, 1) * Self.day }
    let days = Self.length(of: month, in: year)
    return start + days * Self.day
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days from 1970-01-01 on, counted in years that begin in March, so that a leap day is
  /// a year's last.
  private static func days(to year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
