import Fetching

/// What is to be fetched from one host.
struct HostPlan {
  /// From so many pictures on their mean says more than a guess.
  private static let enough = 10

  private(set) var pictures = 0
  private var guessed = 0
  private var known = (pictures: 0, bytes: 0)

  /// Adds a picture that may have so many bytes.
  mutating func add(guess bytes: Int) {
    pictures += 1
    guessed += bytes
  }

  /// Learns from a picture that is there.
  mutating func know(_ bytes: Int) {
    known.pictures += 1
    known.bytes += bytes
  }

  /// The bytes of a picture that is there, in the mean; `nil` where too few are.
  var mean: Double? {
    known.pictures < Self.enough ? nil : Double(known.bytes) / Double(known.pictures)
  }

  /// The bytes of all that is to be fetched, as far as can be told.
  var bytes: Int { mean.map { Int($0 * Double(pictures)) } ?? guessed }

  /// How many seconds it takes where nothing else is fetched, and the limit that makes it take so
  /// long.
  func time(under limits: HostLimits, concurrency: Int) -> (seconds: Double, bound: PlanBound) {
    let pictures = Double(pictures)
    let inFlight = min(limits.inFlight ?? concurrency, concurrency)
    var times =
      [(PlanBound.seconds(of: self.pictures, inFlight), .inFlight(inFlight))]
      as [(seconds: Double, bound: PlanBound)]
    if let rate = limits.perSecond { times.append((pictures / rate, .perSecond(rate))) }
    if let hour = limits.bytesPerHour {
      times.append((Self.rests(of: bytes, hour) * 3600, .bytesPerHour(hour)))
    }
    if let day = limits.bytesPerDay {
      times.append((Self.rests(of: bytes, day) * 86_400, .bytesPerDay(day)))
    }
    return times.reduce(times[0]) { $1.seconds > $0.seconds ? $1 : $0 }
  }

  /// How often it is waited for a budget: what is in it comes at once.
  private static func rests(of bytes: Int, _ budget: Int) -> Double {
    max(0, (Double(bytes) / Double(budget)).rounded(.up) - 1)
  }
}
