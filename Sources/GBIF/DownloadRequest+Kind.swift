public import Records

extension DownloadRequest {
  /// What a request may have beside its type (DownloadRequestSerde in gbif/gbif-api).
  private static let properties: Set = [
    "predicate", "sql", "creator", "format", "notificationAddresses", "notificationAddress",
    "notification_addresses", "notification_address", "sendNotification", "send_notification",
    "description", "machineDescription", "verbatimExtensions", "interpretedExtensions",
    "checklistKey", "created",
  ]

  /// Whether an object is a bare predicate, and not a whole request; `nil` where it is neither.
  ///
  /// A request has a type too, `OCCURRENCE`, and `not` has a predicate too.
  public static func isPredicate(_ object: JSONTree) -> Bool? {
    let type = object["type"]?.text
    if let type, type.first?.isLowercase ?? false { return true }
    if type == "OCCURRENCE" { return false }
    let found = properties.intersection(object.members.map(\.name))
    if type != nil { return found.isSubset(of: ["predicate"]) }
    return found.isEmpty ? nil : false
  }

  /// What a text should hold.
  static let expected = "a predicate or a request for a download"

  /// Why a text is no object of JSON, by what its reader says.
  public static func reason(of fault: RecordFault, in text: [UInt8]) -> String {
    let mark = "\u{FEFF}".utf8
    let start = text.starts(with: mark) ? mark.count : 0
    if text[start...].first(where: { $0 > 0x20 }) != UInt8(ascii: "{") {
      return "\(expected) is a JSON object"
    }
    return fault.column > text.count ? "the text ends in the middle of the object" : fault.reason
  }
}
