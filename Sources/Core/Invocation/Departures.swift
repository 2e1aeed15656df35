/// Records that are done, in the order in which they came: each leaves when those before it
/// have left.
struct Departures {
  /// A record that is done, and the JSON text of its member; `nil` where it stays as it is.
  struct Departure {
    let arrival: Arrival
    let value: [UInt8]?
    let isFailed: Bool
  }

  private var next = 0
  private var done: [Int: Departure] = [:]
  /// The bytes of the lines that are held.
  private(set) var size = 0

  /// How many are held because one before them is not done.
  var count: Int { done.count }

  mutating func append(_ departure: Departure) {
    done[departure.arrival.number] = departure
    size += departure.arrival.line.count
  }

  /// The one whose turn it is, if it is done.
  mutating func takeNext() -> Departure? {
    guard let departure = done.removeValue(forKey: next) else { return nil }
    next += 1
    size -= departure.arrival.line.count
    return departure
  }

  /// All that are held, in order, when those between them will not come any more.
  consuming func takeRest() -> [Departure] {
    done.values.sorted { $0.arrival.number < $1.arrival.number }
  }
}
