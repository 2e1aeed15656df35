import Records
import Transfers

/// By what a server tells one state of a file from another (RFC 9110 section 8.8).
struct Validators: Equatable {
  private(set) var etag: String?
  private(set) var lastModified: String?

  init() {}

  /// Those of an answer.
  init(_ head: ResponseHead) {
    etag = head["ETag"]
    lastModified = head["Last-Modified"]
  }

  /// Those that `json` wrote; none where it is something else.
  init(note: [UInt8]) {
    var scanner = RecordScanner()
    let fields = ["etag", "lastModified"].map { scanner.field(FieldPath(names: [$0])) }
    let texts = try? scanner.scan(copying: note.span) { record in
      fields.map { record.text(of: $0)?.string }
    }
    etag = texts?[0]
    lastModified = texts?[1]
  }

  var json: [UInt8] {
    var object = JSONObject()
    object.add("etag", etag)
    object.add("lastModified", lastModified)
    return object.bytes
  }

  /// The header field that lets a part come only if it is of the same file (RFC 9110 section
  /// 13.1.5, which allows no weak tag).
  var condition: String? {
    if let etag, !etag.hasPrefix("W/") { return "If-Range: \(etag)" }
    return lastModified.map { "If-Range: \($0)" }
  }

  /// Whether nothing that both have speaks against it.
  func mayBeOfSameFile(as other: Validators) -> Bool {
    let tagsAgree = etag == nil || other.etag == nil || etag == other.etag
    let datesAgree =
      lastModified == nil || other.lastModified == nil || lastModified == other.lastModified
    return tagsAgree && datesAgree
  }
}
