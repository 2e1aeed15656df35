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
