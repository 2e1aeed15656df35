import Fetching
import Glibc
import ImageRecords
import Invocation
import Journals
import Records
import SizeVariants
import Transfers

/// Reads records for a plan: what a fetch would ask for, and nothing is asked for.
struct Planning: ~Copyable {
  private let options: ImgFetch
  private let wanted: Wanted
  /// Which machine takes a record, where there are several.
  private let sharing: Sharing?
  /// What earlier runs did, where there were any.
  private let entries: JournalEntries?
  private var recollection: Recollection
  private var plan: Plan
  /// Hashes of the URLs that were met.
  private var seen: Set<UInt64> = []
  private var counts = (records: 0, skipped: 0, known: 0, failed: 0)

  private init(
    options: ImgFetch, wanted: Wanted, sharing: Sharing?, entries: consuming JournalEntries?,
    base: String, plan: Plan
  ) {
    self.options = options
    self.wanted = wanted
    self.sharing = sharing
    self.entries = entries
    recollection = Recollection(options, base: base)
    self.plan = plan
  }

  /// What earlier runs left is looked at, and nothing is made.
  static func open(
    _ options: ImgFetch, _ manners: Manners, _ scanner: inout RecordScanner
  ) throws -> Planning {
    let base = options.base.map { $0 + "/" } ?? ""
    let folder = Memory.folder(of: options, base: base)
    let isThere = unsafe access(folder, F_OK) == 0
    var plan = Plan(limits(options, manners))
    for entry in isThere ? try BudgetLedger.read(folder, now: WallClock.now) : [] {
      plan.remember(entry.bytes, from: entry.host, ago: entry.age(now: WallClock.now))
    }
    return Planning(
      options: options, wanted: Wanted(options, manners, &scanner),
      sharing: options.machines.map { Sharing(among: $0, by: options.shardBy, manners, &scanner) },
      entries: isThere ? try .read(folder) : nil, base: base, plan: plan)
  }

  /// The limits of each machine.
  private static func limits(_ options: ImgFetch, _ manners: Manners) -> [FetchLimits] {
    guard let count = options.machines else { return [limits(options, manners, manners.shard)] }
    return (1...count).map { limits(options, manners, Shard(number: $0, of: count)) }
  }

  private static func limits(
    _ options: ImgFetch, _ manners: Manners, _ shard: Shard?
  ) -> FetchLimits {
    var manners = manners
    manners.shard = shard
    var limits = options.limits(manners)
    limits.knownHosts = { [manners] in manners.plannedLimits(of: $0) }
    return limits
  }

  /// Takes up a record.
  mutating func take(_ record: borrowing Record) throws {
    switch try wanted.judge(record) {
    case .pass: break
    case .skip:
      counts.records += 1
      counts.skipped += 1
    case .fetch(let url, _, _):
      counts.records += 1
      try look(for: url, record)
    }
  }

  private mutating func look(for url: String, _ record: borrowing Record) throws {
    guard seen.insert(ByteText(url).sipHash).inserted else { return }
    // What is no URL fails without a request.
    guard let host = HTTPURL(url)?.host else { return counts.failed += 1 }
    let machine = sharing?.part(of: record, url: url) ?? 1
    switch recollection.answer(try entries?.entry(of: url), of: url) {
    case .picture(let picture), .sent(let picture, _):
      counts.known += 1
      plan.know(host, picture.bytes, machine: machine)
    case .failed, .taken: counts.failed += 1
    case .nothing, .earlier:
      plan.add(host, guess: guess(url), line: record.bytes.count, machine: machine)
    }
  }

  /// The bytes of a JPEG of this side, or of a photograph of 2048 pixels where none is known:
  /// three by four, a third of a byte a pixel.
  private func guess(_ url: String) -> Int {
    let side = options.maxSide.flatMap { SizeVariant(of: url, side: $0) == nil ? nil : $0 } ?? 2048
    return side * side / 4
  }

  /// The lines of the table.
  mutating func lines() -> [String] {
    plan.finish()
    return PlanTable.lines(plan.rows)
  }

  /// What the table does not tell.
  var summary: String {
    "\(counts.records) records, \(seen.count) pictures, \(counts.known) fetched earlier, "
      + "\(counts.failed) not to be had, \(counts.skipped) records skipped"
  }
}
