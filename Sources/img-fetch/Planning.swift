import Glibc
import ImageRecords
import Invocation
import Records
import SizeVariants
import Transfers

/// Reads records for a plan: what a fetch would ask for, and nothing is asked for.
struct Planning: ~Copyable {
  private let options: ImgFetch
  private let wanted: Wanted
  /// What earlier runs did, where there were any.
  private var memory: Memory?
  private var plan = Plan()
  /// Hashes of the URLs that were met.
  private var seen: Set<UInt64> = []
  private var counts = (records: 0, skipped: 0, known: 0, failed: 0)

  init(_ options: ImgFetch, _ manners: Manners, _ scanner: inout RecordScanner) throws {
    self.options = options
    wanted = Wanted(options, manners, &scanner)
    let base = options.base.map { $0 + "/" } ?? ""
    let isThere = unsafe access(Memory.folder(of: options, base: base), F_OK) == 0
    memory = isThere ? try Memory.open(options, base: base) : nil
  }

  /// Takes up a record.
  mutating func take(_ record: borrowing Record) throws {
    switch try wanted.judge(record) {
    case .pass: break
    case .skip:
      counts.records += 1
      counts.skipped += 1
    case .fetch(let url, _):
      counts.records += 1
      try look(for: url)
    }
  }

  private mutating func look(for url: String) throws {
    guard seen.insert(ByteText(url).sipHash).inserted else { return }
    // What is no URL fails without a request.
    guard let host = HTTPURL(url)?.host else { return counts.failed += 1 }
    switch try memory?.recall(url) {
    case .picture(let picture), .sent(let picture, _):
      counts.known += 1
      plan.know(host, picture.bytes)
    case .failed, .taken: counts.failed += 1
    case .nothing, .earlier, nil: plan.add(host, guess: guess(url))
    }
  }

  /// The bytes of a JPEG of this side, or of a photograph of 2048 pixels where none is known:
  /// three by four, a third of a byte a pixel.
  private func guess(_ url: String) -> Int {
    let side = options.maxSide.flatMap { SizeVariant(of: url, side: $0) == nil ? nil : $0 } ?? 2048
    return side * side / 4
  }

  /// The lines of the table.
  func lines(_ limits: (String) -> PlanLimits) -> [String] {
    PlanTable.lines(plan.rows(concurrency: options.concurrency, limits: limits))
  }

  /// What the table does not tell.
  var summary: String {
    "\(counts.records) records, \(seen.count) pictures, \(counts.known) fetched earlier, "
      + "\(counts.failed) not to be had, \(counts.skipped) records skipped"
  }
}
