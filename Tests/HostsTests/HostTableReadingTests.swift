import Testing

@testable import Hosts

/// How a table of hosts is written, and what is said of one that is written otherwise.
struct HostTableReadingTests {
  @Test func `columns come in any order, and lines that say nothing are passed over`() throws {
    let text = "\u{FEFF}# mine\r\n\r\nnote\thost\tbytes-hour\r\n a b \t A.example \t5M\r\n#x\ty\r\n"
    let rule = try HostTable(reading: text, name: "t").rule(for: "a.example")
    #expect(rule.note == "a b")
    #expect(rule.bytesPerHour == .some(5 << 20))
    #expect(rule.inFlight == nil)
  }

  @Test(arguments: ["host\n", "host\tper-second\n# none yet\n"])
  func `a table may have no hosts`(text: String) throws {
    #expect(try HostTable(reading: text, name: "t").rule(for: "a.example") == HostRule())
  }

  private static let faults = [
    ("", "t:1: no line with names of columns"), ("# x\n", "t:1: no line with names of columns"),
    ("a.example\t2\n", "t:1: no column is called 'a.example': takes host, in-flight"),
    ("host\thost\n", "t:1: two columns 'host'"),
    ("host in-flight\n", "t:1: no column is called 'host in-flight'"),
    ("in-flight\n2\n", "t:1: no column 'host'"),
    ("host\tin-flight\na.example\t2\t3\n", "t:2: 3 cells, and 2 columns"),
    ("host\tin-flight\na.example 2\n", "t:2: host 'a.example 2': takes a name such as"),
    ("host\nhttp://a.example/\n", "t:2: host 'http://a.example/': takes a name"),
    ("host\na.example:80\n", "t:2: host 'a.example:80': takes"), ("host\na.*\n", "t:2: host 'a.*'"),
    ("host\n*.\n", "t:2: host '*.'"), ("host\n.example\n", "t:2: host '.example'"),
    ("host\nmünchen.example\n", "t:2: host 'münchen.example': takes"),
    ("host\tnote\n\tx\n", "t:2: host '': takes"),
    ("host\tin-flight\n\na.example\t0\n", "t:3: in-flight '0': takes a number from 1 to 10000"),
    ("host\tin-flight\na.example\tmany\n", "t:2: in-flight 'many': takes a number"),
    ("host\tper-second\na.example\t0\n", "t:2: per-second '0': takes a number from 0.0001"),
    ("host\tper-second\na.example\tnan\n", "t:2: per-second 'nan': takes"),
    ("host\tbytes-hour\na.example\t5GB\n", "t:2: bytes-hour '5GB': takes a number of bytes"),
    ("host\tbytes-day\na.example\t0\n", "t:2: bytes-day '0': takes"),
    ("host\tshared-by\na.example\tnone\n", "t:2: shared-by 'none': takes host or url"),
    ("host\na.example\nA.example\n", "t:3: 'A.example' stands there twice"),
  ]

  @Test(arguments: faults)
  func `a fault is told with its line and what stands there otherwise`(
    text: String, message: String
  ) {
    let error = #expect(throws: HostTableError.self) {
      try HostTable(reading: text, name: "t")
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
