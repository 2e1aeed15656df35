import Fetching
import ImageRecords
import Records

/// Reads doubts in records.
struct DoubtReader {
  private let image: ImageFields

  init(_ scanner: inout RecordScanner) { image = ImageFields(&scanner) }

  /// What `record` says against its picture; `nil` where it says nothing, or tells of no file.
  func doubt(in record: borrowing Record) -> Doubt? {
    guard let status = record.text(of: image.status), status.equals(Array("failed".utf8)[...]),
      let path = record.string(image.path), let failed = image.failed(in: record)
    else { return nil }
    return Doubt(path: path, failure: failed.failure)
  }
}
