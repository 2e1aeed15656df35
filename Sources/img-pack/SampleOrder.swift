import ByteStreams
import Records
import Sorting
import Values

/// The order in which samples are packed: by the value of `--by`, then by the keyed hashes of
/// their keys, or as they came.
struct SampleOrder {
  private let identity: Identity
  private let seed: UInt64
  private let field: ExpressionField?
  private let keepsOrder: Bool

  init(_ options: ImgPack, _ scanner: inout RecordScanner) {
    identity = Identity(&scanner)
    seed = options.seed ?? 0
    field = options.by.map { ExpressionField($0, &scanner) }
    keepsOrder = options.keepOrder
  }

  /// Whether samples can be packed as they come.
  var isThatOfInput: Bool { keepsOrder && field == nil }

  /// What a record is sorted by: the value in names, a NUL, which no name has, and a number.
  func key(of record: borrowing Record) -> [UInt8] {
    var key = [UInt8]()
    if let field { key += ShardPattern.value(of: field.string(of: record)).utf8 }
    key.append(0)
    let number =
      keepsOrder ? UInt64(record.ordinal) : identity.hash(of: record, seed: seed)
    for shift in stride(from: 56, through: 0, by: -8) {
      key.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
    return key
  }
}

/// A record to be packed, and the value by which its shards are called.
struct SortedSample {
  let line: [UInt8]
  let value: String
}

/// Records in the order in which they are packed.
struct SortedSamples: ~Copyable {
  /// How many there were at first.
  let count: Int
  private var lines: SortedLines

  init(count: Int, _ lines: consuming SortedLines) {
    self.count = count
    self.lines = lines
  }

  mutating func next() throws(StreamError) -> SortedSample? {
    guard let line = try lines.next() else { return nil }
    let value = line.key.prefix { $0 != 0 }
    return SortedSample(line: line.bytes, value: String(decoding: value, as: UTF8.self))
  }
}
