import Fetching
import Testing

@testable import Hosts

/// What a table of hosts says of which host.
struct HostTableTests {
  @Test func `the table of known hosts can be read`() throws {
    let text = String(decoding: HostTable.knownText, as: UTF8.self)
    let table = try HostTable(reading: text, name: "hosts.tsv")
    #expect(table.rule(for: "static.inaturalist.org") != HostRule())
    for line in text.split(separator: "\n").dropFirst() {
      #expect(line.split(separator: "\t").count == HostColumn.allCases.count, "\(line)")
    }
  }

  private static let limits: [(String, HostLimits)] = [
    ("inaturalist-open-data.s3.amazonaws.com", .with(64, nil)),
    ("static.inaturalist.org", .with(4, 10, 5_000_000_000, 24_000_000_000)),
    ("STATIC.iNaturalist.org.", .with(4, 10, 5_000_000_000, 24_000_000_000)),
    ("upload.wikimedia.org", .with(2, 10, 11_250_000_000)), ("api.gbif.org", .with(1, 10)),
    ("observation.org", .with(2, 2)), ("www.zobodat.at", .with(2, 2)),
    ("farm5.staticflickr.com", .with(8, 10)), ("example.org", .with(8, 10)),
    ("inaturalist.org", .with(8, 10)),
  ]

  @Test(arguments: limits)
  func `known hosts have their limits, and others those of any host`(
    host: String, limits: HostLimits
  ) {
    #expect(HostTable.known.rule(for: host).limits(over: .with(8, 10)) == limits)
  }

  @Test(arguments: [
    ("inaturalist-open-data.s3.amazonaws.com", HostRule.Sharing.url),
    ("static.inaturalist.org", .host), ("observation.org", .host), ("example.org", nil),
  ])
  func `known hosts say how they are shared`(host: String, sharing: HostRule.Sharing?) {
    #expect(HostTable.known.rule(for: host).sharedBy == sharing)
  }

  private static let table = """
    host\tin-flight\tper-second
    *\t1\t1
    *.example.org\t2\t2
    *.img.example.org\t3\t-
    a.img.example.org\t4
    [::1]\t5\tnone

    """

  @Test(arguments: [
    ("b.example", HostLimits.with(1, 1)), ("example.org", .with(1, 1)),
    ("a.example.org", .with(2, 2)), ("img.example.org", .with(2, 2)),
    ("b.img.example.org", .with(3, 2)), ("a.img.example.org", .with(4, 2)),
    ("x.a.img.example.org", .with(3, 2)), ("A.IMG.example.org.", .with(4, 2)),
    ("[::1]", .with(5, nil)),
  ])
  func `the most specific line counts, column by column`(host: String, limits: HostLimits) throws {
    let table = try HostTable(reading: Self.table, name: "t")
    #expect(table.rule(for: host).limits(over: .with(8, 10)) == limits)
  }

  @Test func `a table on top of another counts where it says something`() throws {
    let text = "host\tbytes-day\tin-flight\n*.inaturalist.org\tnone\t2\n"
    let table = HostTable.known.extended(by: try HostTable(reading: text, name: "t"))
    let limits = table.rule(for: "static.inaturalist.org").limits(over: .with(8, 10))
    #expect(limits == .with(2, 10, 5_000_000_000))
    #expect(table.rule(for: "observation.org").limits(over: .with(8, 10)) == .with(2, 2))
  }
}

extension HostLimits {
  static func with(
    _ inFlight: Int?, _ perSecond: Double?, _ hour: Int? = nil, _ day: Int? = nil
  ) -> HostLimits {
    var limits = HostLimits(inFlight: inFlight, perSecond: perSecond)
    (limits.bytesPerHour, limits.bytesPerDay) = (hour, day)
    return limits
  }
}
