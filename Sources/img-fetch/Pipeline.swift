import ByteStreams
import Fetching
import Invocation
import Records
import Transfers

/// The way of a record through img-fetch: judged, looked up, fetched, settled, told.
struct Pipeline: ~Copyable {
  /// How many records may be on their way, and how many bytes of them: a slow host must not
  /// make the others idle, and the memory must stay small.
  static let window = (count: 6144, bytes: 16 << 20)
  /// How many records are taken between two looks at the network.
  private static let takenAtOnce = 4096

  let options: ImgFetch
  let base: String
  let diagnostics: Diagnostics
  let progress: Progress
  let writer: BodyWriter<Settled>
  let wanted: Wanted
  var fetcher: Fetcher
  var memory: Memory
  var ledger: BudgetLedger
  var outlet: Outlet
  var tally = Tally()
  /// The URLs on their way: by themselves, by their number at the fetcher, at the writer.
  var jobs: [ByteText: Job] = [:]
  var fetching: [Int: Job] = [:]
  var settling: [Int: Job] = [:]
  var held = (records: 0, bytes: 0)
  /// How many records came in.
  var arrived = 0

  /// A pipeline that is ready to run: its folder, its output and libcurl are there.
  static func open(
    _ options: ImgFetch, _ scanner: inout RecordScanner, _ diagnostics: Diagnostics
  ) throws -> Pipeline {
    DescriptorLimit.raise()
    FreedMemory.keep()
    let base = options.base.map { $0 + "/" } ?? ""
    let manners = try options.readManners()
    let memory = try Memory.open(options, base: base)
    let writer = try BodyWriter<Settled>()
    var fetcher = try options.makeFetcher(manners)
    let ledger = BudgetLedger(at: memory.ownPath)
    let folder = Memory.folder(of: options, base: base)
    if options.shard != nil {
      try fetcher.shareLimits(inFlight: "\(folder)/slots", perSecond: "\(folder)/turns")
    }
    for entry in try BudgetLedger.read(folder, now: WallClock.now) {
      fetcher.remember(entry.bytes, from: entry.host, ago: entry.age(now: WallClock.now))
    }
    return Pipeline(
      options: options, base: base, diagnostics: diagnostics,
      progress: Progress(diagnostics, options.messages, inPipelines: true), writer: writer,
      wanted: Wanted(options, manners, &scanner), fetcher: fetcher, memory: memory,
      ledger: ledger,
      outlet: try .open(
        adding: "image", options.stream, failures: options.failing.failures,
        keepsOrder: options.keepOrder))
  }

  /// Takes records while there is room, fetches, and lets them go, until all have gone.
  mutating func run(_ records: inout RecordInput) throws {
    do {
      try work(&records)
    } catch {
      keepSettled()
      try? ledger.keep(from: &fetcher, isLast: true)
      throw error
    }
  }

  /// An error of the input ends the taking; what was taken before it is fetched and leaves.
  private mutating func work(_ records: inout RecordInput) throws {
    var fault: (any Error)?
    while true {
      if Signals.interruption != nil { fetcher.isStarting = false }
      var isMoreAtHand = false
      do {
        if fetcher.isStarting, fault == nil { isMoreAtHand = try take(&records) }
      } catch  where StreamError.isOfInput(error) {
        fault = error
      }
      let isAtEnd = fault != nil || records.isAtEnd
      if isDone(isAtEnd) { break }
      let isWaiting = fetcher.isStarting && hasRoom && !isAtEnd
      try turn(
        milliseconds: isMoreAtHand ? 0 : 500,
        watching: isWaiting ? [records.descriptorNumber] : [])
    }
    if let fault {
      try outlet.flush()
      throw fault
    }
  }

  /// After an interruption only what is in flight is waited for.
  private func isDone(_ isAtEnd: Bool) -> Bool {
    if fetcher.isStarting { return isAtEnd && jobs.isEmpty }
    return fetcher.inFlight == 0 && settling.isEmpty
  }

  /// Writes what is left and says how it went.
  consuming func finish() throws {
    writer.finish()
    try ledger.keep(from: &fetcher, isLast: true)
    progress.clear()
    report()
    try outlet.finish()
  }

  private var hasRoom: Bool {
    held.records + outlet.held.records < Self.window.count
      && held.bytes + outlet.held.bytes < Self.window.bytes
  }

  /// Takes records; `true` where there may be more at once.
  private mutating func take(_ records: inout RecordInput) throws -> Bool {
    for _ in 0..<Self.takenAtOnce {
      guard hasRoom, let record = try records.nextIfReady() else { return false }
      try take(record)
    }
    return true
  }

  private mutating func turn(milliseconds: Int, watching descriptors: [Int32]) throws {
    try outlet.flush()
    try fetcher.turn(milliseconds: milliseconds, watching: [writer.descriptor] + descriptors)
    while let result = fetcher.next() { try end(result) }
    while let (body, outcome) = writer.next() { try settle(body, outcome) }
    try ledger.keep(from: &fetcher)
    let text = HostText()
    progress.show {
      tally.state(after: $0, inFlight: fetcher.inFlight) + text.slowest(of: fetcher.hosts)
    } details: {
      fetcher.hosts.map(text.line)
    }
  }
}
