import ByteStreams
import ImageRecords
import Invocation
import Records
import Sorting

/// Takes records in, drops those without a picture, and brings the others into the order in
/// which they are packed.
struct Intake: ~Copyable {
  private static let ok = Array("ok".utf8)[...]
  private static let failed = Array("failed".utf8)[...]

  private let medium: SingleMedium
  private let status: Field
  private let order: SampleOrder
  private var sorter: LineSorter?

  init(_ options: ImgPack, _ scanner: inout RecordScanner) {
    medium = SingleMedium(&scanner)
    status = scanner.field(FieldPath(names: ["image", "status"]))
    order = SampleOrder(options, &scanner)
    sorter = order.isThatOfInput ? nil : LineSorter()
  }

  /// Takes a record, or waits for the input; `false` when there is nothing left.
  mutating func pass(_ records: inout RecordInput, to packer: inout Packer) throws -> Bool {
    if let record = try records.nextIfReady() {
      try take(record, to: &packer)
    } else if records.isAtEnd {
      return false
    } else {
      try packer.flush()
      records.wait()
    }
    return true
  }

  private mutating func take(_ record: borrowing Record, to packer: inout Packer) throws {
    try medium.check(record)
    guard let status = record.text(of: status), status.equals(Self.ok) else {
      let isFailed = record.text(of: status)?.equals(Self.failed) ?? false
      return packer.tally.noteWithoutPicture(isFailed: isFailed)
    }
    if sorter == nil {
      return try packer.pack(record.bytes.indices.map { record.bytes[$0] }, of: "")
    }
    try sorter?.append(record.bytes, key: order.key(of: record))
  }

  /// The records that are still to be packed, in their order.
  consuming func finish() throws(StreamError) -> SortedSamples {
    let count = sorter?.count ?? 0
    return SortedSamples(count: count, try (sorter.take() ?? LineSorter()).finish())
  }
}
