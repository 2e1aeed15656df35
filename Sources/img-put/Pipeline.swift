import ByteStreams
import Fetching
import ImageRecords
import Invocation
import Records
import Transfers

/// The way of a record through img-put: looked up, its file opened, sent, its size asked for, told.
struct Pipeline: ~Copyable {
  /// How many records may be on their way, and how many bytes of them.
  private static let window = (records: 8192, bytes: 16 << 20)
  /// How many records are taken between two looks at the network.
  private static let takenAtOnce = 4096

  let options: ImgPut
  let folder: BaseFolder
  let destination: any Destination
  let diagnostics: Diagnostics
  let progress: Progress
  let recorded: RecordedFile
  let media: SingleMedium
  let desk: FileDesk
  let concurrency: Int
  var fetcher: Fetcher
  var memory: Memory
  var removal: Removal
  var outlet: Outlet
  var tally = Tally()
  /// The files on their way: by their keys, by their numbers at the desk, at the fetcher.
  var jobs: [ByteText: Job] = [:]
  var opening: [Int: Job] = [:]
  var sending: [Int: Job] = [:]
  /// Open files that wait for a place among those in flight.
  var ready: [Job] = []
  var held = (records: 0, bytes: 0)
  /// How many records came in.
  var arrived = 0
  /// Requests that the fetcher has not seen yet.
  var added = 0

  /// A pipeline that is ready to run: its folder, its output and libcurl are there.
  static func open(
    _ options: ImgPut, _ folder: BaseFolder, _ destination: any Destination,
    _ scanner: inout RecordScanner, _ diagnostics: Diagnostics
  ) throws -> Pipeline {
    DescriptorLimit.raise()
    FreedMemory.keep()
    let memory = try Memory.open(below: folder.path, isDry: options.dryRun)
    return Pipeline(
      options: options, folder: folder, destination: destination, diagnostics: diagnostics,
      progress: Progress(diagnostics, options.messages, inPipelines: true),
      recorded: RecordedFile(&scanner), media: SingleMedium(&scanner),
      desk: try FileDesk(folder), concurrency: options.concurrency(to: destination),
      fetcher: try options.makeFetcher(destination), memory: memory,
      removal: Removal(folder, isDry: options.dryRun),
      outlet: try .open(
        adding: "upload", options.stream, failures: options.failing.failures,
        keepsOrder: options.keepOrder))
  }

  /// Takes records while there is room, sends, and lets them go, until all have gone.
  ///
  /// An error of the input ends the taking; what was taken before it is sent and leaves.
  mutating func run(_ records: inout RecordInput) throws {
    var fault: (any Error)?
    while true {
      let isEnding = Signals.interruption != nil
      var isMoreAtHand = false
      do {
        if !isEnding, fault == nil { isMoreAtHand = try take(&records) }
      } catch  where StreamError.isOfInput(error) {
        fault = error
      }
      if !isEnding { startReady() }
      let isAtEnd = fault != nil || records.isAtEnd
      if isEnding ? isIdle : isAtEnd && jobs.isEmpty { break }
      let isWaiting = !isEnding && hasRoom && !isAtEnd
      try turn(
        milliseconds: isMoreAtHand ? 0 : 500,
        watching: isWaiting ? [records.descriptorNumber] : [])
    }
    if let fault {
      try outlet.flush()
      throw fault
    }
  }

  /// After an interruption only what is in flight is waited for, and the question that follows it.
  private var isIdle: Bool { fetcher.inFlight + added == 0 }

  /// Writes what is left and says how it went.
  consuming func finish() throws {
    progress.clear()
    report()
    try outlet.finish()
  }

  /// Few files are open beside those in flight: what a killed process has sent and not told is
  /// sent again.
  private var hasRoom: Bool {
    jobs.count < 4 * concurrency && held.records + outlet.held.records < Self.window.records
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
    try fetcher.turn(milliseconds: milliseconds, watching: [desk.descriptor] + descriptors)
    added = 0
    while let result = fetcher.next() { try end(result) }
    while let (number, file) = desk.next() { try take(file, number) }
    progress.show { tally.state(after: $0, inFlight: fetcher.inFlight) }
  }

  /// Sends open files while there are places in flight.
  ///
  /// Those that wait for another try need none, up to some: else one that fails and fails would
  /// hold up all others.
  private mutating func startReady() {
    while !ready.isEmpty, fetcher.inFlight + added < concurrency,
      fetcher.count < 3 * concurrency
    {
      send(ready.removeFirst())
    }
  }
}
