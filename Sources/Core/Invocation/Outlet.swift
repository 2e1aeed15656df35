internal import ByteStreams
public import Records

/// Where records leave with a member added: as they are done, or in the order in which they came.
public struct Outlet: ~Copyable {
  private var scanner = RecordScanner()
  private let member: Member
  private let stream: StreamOptions
  private var output: LineWriter
  /// Where failed records go, if not with the others.
  private var failures: LineWriter?
  private var departures = Departures()
  private let keepsOrder: Bool

  /// An outlet that adds the member `name`; failed records go to the file `failures`, if it is
  /// named.
  /// - Throws: `StreamError` where a file can't be created.
  public static func open(
    adding name: String, _ stream: StreamOptions, failures: String?, keepsOrder: Bool
  ) throws -> Outlet {
    var writer: LineWriter?
    if let failures { writer = try LineWriter.file(failures) }
    return Outlet(name, stream, try stream.openOutput(), writer, keepsOrder)
  }

  private init(
    _ name: String, _ stream: StreamOptions, _ output: consuming LineWriter,
    _ failures: consuming LineWriter?, _ keepsOrder: Bool
  ) {
    member = Member(name, &scanner)
    self.stream = stream
    self.keepsOrder = keepsOrder
    self.output = output
    self.failures = failures
  }

  /// How many records, and how many bytes of them, are done and can't leave yet.
  public var held: (records: Int, bytes: Int) { (departures.count, departures.size) }

  /// Lets a record go that is done; without a value it stays as it is.
  public mutating func emit(
    _ arrival: Arrival, _ value: JSONObject?, isFailed: Bool = false
  ) throws {
    let departure = Departures.Departure(arrival: arrival, value: value?.bytes, isFailed: isFailed)
    guard keepsOrder else { return try write(departure) }
    departures.append(departure)
    while let departure = departures.takeNext() { try write(departure) }
  }

  private mutating func write(_ departure: Departures.Departure) throws {
    guard departure.isFailed, var writer = failures.take() else {
      return try member.write(departure, &scanner, to: &output)
    }
    try member.write(departure, &scanner, to: &writer)
    failures = consume writer
  }

  /// Writes what is there.
  public mutating func flush() throws {
    try output.flush()
    try failures?.flush()
  }

  /// Lets those go that waited for one that will not come any more, and ends the writing.
  public consuming func finish() throws {
    for departure in departures.takeRest() { try write(departure) }
    if let failures = failures.take() { try stream.finish(side: failures) }
    try stream.finish(output)
  }
}

extension Member {
  /// Writes a line with this member; it was found to be a record before.
  fileprivate func write(
    _ departure: Departures.Departure, _ scanner: inout RecordScanner, to writer: inout LineWriter
  ) throws {
    if let value = departure.value {
      let held = HeldLine(departure.arrival.line)
      append(value.span, to: try scanner.scan(held.line), into: &writer)
    } else {
      writer.append(departure.arrival.line.span)
    }
    try writer.endLine()
  }
}
