import Fetching
import Hosts
import Testing

@testable import img_fetch

/// Which limits a host has, from options, the table of known hosts and the user's own.
struct MannersTests {
  private struct Limits: Equatable {
    var inFlight: Int?
    var perSecond: Double?
  }

  private static let table =
    "host\tin-flight\tper-second\nslow.example\t1\t-\nquick.example\tnone\tnone\n"

  @Test(
    arguments: [
      // As it is.
      ("a.example", nil, nil, 8, 10), ("static.inaturalist.org", nil, nil, 4, 10),
      ("inaturalist-open-data.s3.amazonaws.com", nil, nil, 64, nil),
      ("observation.org", nil, nil, 2, 2),
      // Options hold for hosts that nothing is known of.
      ("a.example", 64, "none", 64, nil), ("a.example", 3, "0.5", 3, 0.5),
      // They make known hosts no laxer, but stricter.
      ("static.inaturalist.org", 64, "none", 4, nil), ("observation.org", 64, "50", 2, 2),
      ("inaturalist-open-data.s3.amazonaws.com", 3, "20", 3, 20),
      ("observation.org", 1, "0.5", 1, 0.5),
      // The user's table has the last word.
      ("slow.example", nil, nil, 1, 10), ("slow.example", 64, "20", 1, 20),
      ("quick.example", 2, "1", nil, nil),
    ] as [(String, Int?, String?, Int?, Double?)])
  func `a host has the limits that its user expects`(
    host: String, perHost: Int?, rate: String?, inFlight: Int?, perSecond: Double?
  ) throws {
    let manners = Manners(
      perHost: perHost, rate: rate.flatMap { RequestRate(argument: $0) },
      own: try HostTable(reading: Self.table, name: "t"))
    let limits = manners.limits(of: host)
    #expect(
      Limits(inFlight: limits.inFlight, perSecond: limits.perSecond)
        == Limits(inFlight: inFlight, perSecond: perSecond))
  }

  private static let openData =
    "https://inaturalist-open-data.s3.amazonaws.com/photos/1/original.jpg"

  @Test(arguments: [
    ("http://A.example/1.jpg", "", "a.example"), (openData, "", openData),
    ("https://static.inaturalist.org/1.jpg", "", "static.inaturalist.org"),
    (openData, "*.s3.amazonaws.com\thost", "inaturalist-open-data.s3.amazonaws.com"),
    ("http://A.example/1.jpg", "a.example\turl", "http://A.example/1.jpg"),
    ("no URL", "", "no URL"),
  ])
  func `pictures of a host with limits are one process's`(
    url: String, line: String, share: String
  ) throws {
    let own = try HostTable(reading: "host\tshared-by\n\(line)\n", name: "t")
    #expect(Manners(own: own).share(of: url) == share)
  }
}
