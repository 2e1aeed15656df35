import ByteStreams
import Invocation
import Records

/// Where records leave, with `image` added: as they are done, or in the order in which they
/// came.
struct Outlet: ~Copyable {
  private var scanner = RecordScanner()
  private let image: Member
  private let stream: StreamOptions
  private var output: LineWriter
  /// Where failed records go, if not with the others.
  private var failures: LineWriter?
  private var departures = Departures()
  private let keepsOrder: Bool

  static func open(_ options: ImgFetch) throws -> Outlet {
    var failures: LineWriter?
    if let path = options.failures { failures = try LineWriter.file(path) }
    return Outlet(options, try options.stream.openOutput(), failures)
  }

  private init(
    _ options: ImgFetch, _ output: consuming LineWriter, _ failures: consuming LineWriter?
  ) {
    image = Member("image", &scanner)
    stream = options.stream
    keepsOrder = options.keepOrder
    self.output = output
    self.failures = failures
  }

  /// How many records, and how many bytes of them, are done and can't leave yet.
  var held: (records: Int, bytes: Int) { (departures.count, departures.size) }

  /// Lets a record go that is done.
  mutating func emit(_ arrival: Arrival, _ value: JSONObject, isFailed: Bool = false) throws {
    let departure = Departures.Departure(arrival: arrival, image: value, isFailed: isFailed)
    guard keepsOrder else { return try write(departure) }
    departures.append(departure)
    while let departure = departures.takeNext() { try write(departure) }
  }

  private mutating func write(_ departure: Departures.Departure) throws {
    guard departure.isFailed, var writer = failures.take() else {
      return try image.write(departure.arrival.line, departure.image, &scanner, to: &output)
    }
    try image.write(departure.arrival.line, departure.image, &scanner, to: &writer)
    failures = consume writer
  }

  mutating func flush() throws {
    try output.flush()
    try failures?.flush()
  }

  /// Lets those go that waited for one that will not come any more, and ends the writing.
  consuming func finish() throws {
    for departure in departures.takeRest() { try write(departure) }
    try failures.take()?.finish()
    try stream.finish(output)
  }
}

extension Member {
  /// Writes `line` with this member; the line was found to be a record before.
  fileprivate func write(
    _ line: [UInt8], _ value: JSONObject, _ scanner: inout RecordScanner,
    to writer: inout LineWriter
  ) throws {
    let held = HeldLine(line)
    append(value.bytes.span, to: try scanner.scan(held.line), into: &writer)
    try writer.endLine()
  }
}
