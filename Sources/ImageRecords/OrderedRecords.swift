internal import ByteStreams
public import Invocation
internal import Records
public import Threads

/// Leads records through a station in the order in which they came, while threads work on their
/// files.
public struct OrderedRecords<Station: RecordStation & ~Copyable>: ~Copyable {
  /// Records that wait, for each thread: so that none is idle; and how many bytes of them.
  private static var window: (records: Int, bytes: Int) { (16, 16 << 20) }

  /// A record that waits for those before it, or for its file.
  private enum Waiting {
    case known([UInt8], Station.Answer)
    case work([UInt8], Station.Order, number: Int)

    var size: Int {
      switch self {
      case .known(let line, _), .work(let line, _, _): line.count
      }
    }
  }

  private let room: WorkRoom<Station.Order, Station.Product>
  private var station: Station
  private var waiting = Queue<Waiting>()
  private var bytes = 0

  /// A way through `station`, whose orders go to `room`.
  public init(
    through station: consuming Station, _ room: WorkRoom<Station.Order, Station.Product>
  ) {
    self.station = station
    self.room = room
  }

  /// The station, when all records have gone.
  public consuming func finish() -> Station { station }

  /// Moves records on: takes one that can be had, or lets one go that waits, or waits for the
  /// input; `false` when there is nothing left.
  public mutating func advance(_ records: inout RecordInput) throws -> Bool {
    if hasRoom, try takeNext(of: &records) {
      try letGo(&records.scanner, waits: false)
    } else if !waiting.isEmpty {
      try letGo(&records.scanner, waits: true)
    } else if records.isAtEnd {
      return false
    } else {
      try station.flush()
      records.wait()
    }
    return true
  }

  private var hasRoom: Bool {
    waiting.count < Self.window.records * room.threads && bytes < Self.window.bytes
  }
}

extension OrderedRecords where Station: ~Copyable {
  /// Takes a record if one can be had; where that fails, those before it go on first.
  private mutating func takeNext(of records: inout RecordInput) throws -> Bool {
    do {
      return try take(&records)
    } catch {
      while !waiting.isEmpty { try letGo(&records.scanner, waits: true) }
      try station.flush()
      throw error
    }
  }

  /// Takes a record if one can be had; if nothing is to be done, it goes on at once.
  private mutating func take(_ records: inout RecordInput) throws -> Bool {
    guard let record = try records.nextIfReady() else { return false }
    switch try station.judge(record) {
    case .known(let answer) where waiting.isEmpty: try station.pass(record, answer)
    case .known(let answer): append(.known(record.copy, answer))
    case .work(let order): append(.work(record.copy, order, number: try room.give(order)))
    }
    return true
  }

  private mutating func append(_ record: Waiting) {
    waiting.append(record)
    bytes += record.size
  }

  /// Lets go what is done, and if it `waits`, the first when that is done.
  private mutating func letGo(_ scanner: inout RecordScanner, waits: Bool) throws {
    var waits = waits
    while let first = waiting.first, try letGo(first, &scanner, waits: waits) { waits = false }
  }

  /// Lets the first record go; `false` where it still waits for its file.
  private mutating func letGo(
    _ first: Waiting, _ scanner: inout RecordScanner, waits: Bool
  ) throws -> Bool {
    switch first {
    case .known(let line, let answer):
      removeFirst()
      try pass(line, answer, &scanner)
    case .work(let line, let order, let number):
      let product = waits ? room.take(number) : room.takeIfDone(number)
      guard let product else { return false }
      removeFirst()
      let held = HeldLine(line)
      let (line, answer) = try station.settle(try scanner.scan(held.line), order, product)
      try pass(line, answer, &scanner)
    }
    return true
  }

  private mutating func pass(
    _ line: [UInt8], _ answer: Station.Answer, _ scanner: inout RecordScanner
  ) throws {
    let held = HeldLine(line)
    try station.pass(try scanner.scan(held.line), answer)
  }

  private mutating func removeFirst() {
    bytes -= waiting.popFirst()?.size ?? 0
  }
}

extension Record {
  fileprivate var copy: [UInt8] { bytes.indices.map { bytes[$0] } }
}
