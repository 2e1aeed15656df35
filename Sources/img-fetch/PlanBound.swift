/// The limit that decides how long the pictures of a host take.
enum PlanBound: Equatable, CustomStringConvertible {
  case inFlight(Int)
  case perSecond(Double)
  case bytesPerHour(Int)
  case bytesPerDay(Int)

  var description: String {
    switch self {
    case .inFlight(let count): "\(count) at once"
    case .perSecond(let rate): "\(PlanTable.number(rate)) a second"
    case .bytesPerHour(let bytes): "\(PlanTable.size(bytes)) an hour"
    case .bytesPerDay(let bytes): "\(PlanTable.size(bytes)) a day"
    }
  }
}
