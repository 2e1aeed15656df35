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
}
