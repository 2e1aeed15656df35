import Fetching
import ImageRecords
import Records

extension ImageFields {
  /// What failed; `nil` where the cause is missing.
  func failed(in record: borrowing Record) -> Failed? {
    guard let error = record.string(error) else { return nil }
    let failure = FetchFailure(
      error, http: record.number(http), record.string(message),
      isTemporary: record.string(retry) == "true")
    return Failed(failure: failure, attempts: record.number(attempts) ?? 0)
  }
}
