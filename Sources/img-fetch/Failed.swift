import Fetching
import ImageRecords
import Records

/// A picture that was not fetched, as the member `image` tells of it.
struct Failed: Sendable {
  let failure: FetchFailure
  let attempts: Int

  /// The member's JSON.
  var json: JSONObject {
    var image = JSONObject()
    image.add("status", "failed")
    image.add("error", failure.error)
    image.add("http", failure.http)
    image.add("attempts", attempts)
    image.add("message", failure.message)
    image.add("retry", failure.isTemporary)
    return image
  }
}

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
