internal import Records

/// What a file for `gbif-post` turns out to hold.
struct Reading {
  /// Whether it is a bare predicate; otherwise it is a whole request.
  let isPredicate: Bool
  /// Whether it is a request in SQL.
  let isSQL: Bool
  /// The user for whom a request is.
  let creator: String?

  /// Some of which every request has.
  private static let properties = [
    "predicate", "sql", "creator", "format", "description", "sendNotification",
    "notificationAddresses", "checklistKey",
  ]

  init(_ text: [UInt8], named name: String) throws(ServiceError) {
    var scanner = RecordScanner()
    let type = scanner.field(FieldPath(names: ["type"]))
    let fields = Self.properties.map { scanner.field(FieldPath(names: [$0])) }
    let found: (type: String?, properties: [Bool], creator: String?)
    do {
      found = try scanner.scan(copying: text.span) { record in
        (
          record.text(of: type)?.string, fields.map { record.value(of: $0) != nil },
          record.text(of: fields[2])?.string
        )
      }
    } catch {
      let place = JSONText.place(of: error.column - 1, in: text)
      throw ServiceError(.badInput, "\(name):\(place.line):\(place.column): \(error.reason)")
    }
    // A request has a type too, OCCURRENCE, and `not` has a predicate too.
    let isPredicate = found.type?.first?.isLowercase ?? false
    guard isPredicate || found.properties.contains(true) else {
      throw ServiceError(.badInput, "\(name): neither a predicate nor a request for a download")
    }
    self.isPredicate = isPredicate
    isSQL = !isPredicate && found.properties[1]
    creator = isPredicate ? nil : found.creator
  }
}
