import Fetching
import Records

/// A file that is where it was sent, as the member `upload` tells of it.
struct Upload: Equatable {
  let url: String
  let bytes: Int
  /// Whether the place told its size.
  let isChecked: Bool

  /// The member's JSON.
  var json: JSONObject {
    var upload = JSONObject()
    upload.add("status", "ok")
    upload.add("url", url)
    upload.add("bytes", bytes)
    if !isChecked { upload.add("checked", false) }
    return upload
  }
}

/// A file that was not sent, as the member `upload` tells of it.
struct Failed {
  let failure: FetchFailure
  let attempts: Int

  /// The member's JSON.
  var json: JSONObject {
    var upload = JSONObject()
    upload.add("status", "failed")
    upload.add("error", failure.error)
    upload.add("http", failure.http)
    upload.add("attempts", attempts)
    upload.add("message", failure.message)
    upload.add("retry", failure.isTemporary)
    return upload
  }
}
