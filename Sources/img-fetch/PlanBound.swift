import Fetching

/// What decides how long the pictures of a host, or all pictures, take.
enum PlanBound: Equatable, CustomStringConvertible {
  case inFlight(Int)
  case perSecond(Double)
  case bytesPerHour(Int)
  case bytesPerDay(Int)
  /// Other hosts have the places in flight, or the records that are read.
  case otherHosts
  /// The slowest host.
  case host(String)
  /// Records of few hosts stand together, and no others are read meanwhile.
  case orderOfRecords

  var description: String {
    switch self {
    case .inFlight(let count): "\(count) at once"
    case .perSecond(let rate): "\(PlanTable.number(rate)) a second"
    case .bytesPerHour(let bytes): "\(PlanTable.size(bytes)) an hour"
    case .bytesPerDay(let bytes): "\(PlanTable.size(bytes)) a day"
    case .otherHosts: "other hosts"
    case .host(let name): name
    case .orderOfRecords: "the order of records"
    }
  }

  /// How many seconds so many pictures take with so many requests in flight.
  static func seconds(of pictures: Int, _ inFlight: Int) -> Double {
    Double(pictures) * (FetchReplay.timeOfRequest / .seconds(1)) / Double(inFlight)
  }

  /// Whether what would take so long alone explains the whole time: all but a fifth of it, as the
  /// last request has to come to its end.
  static func explains(_ seconds: Double, _ whole: Double) -> Bool {
    seconds + FetchReplay.timeOfRequest / .seconds(1) >= 0.8 * whole
  }
}
