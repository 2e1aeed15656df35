internal import Records

/// A request that GBIF took, as it is kept: the key, where, when, and what was asked for.
public struct PostedRequest: Equatable, Sendable {
  /// The key that GBIF gave.
  public let key: DownloadKey
  /// The base of the service that was asked.
  public let service: Service
  /// The body of the POST, on one line.
  public let request: [UInt8]
  /// When, in the words of the service's clock.
  public let date: String?

  /// A request that was taken.
  public init(key: DownloadKey, service: Service, _ request: DownloadRequest, date: String?) {
    self.key = key
    self.service = service
    self.request = request.compact
    self.date = date
  }

  /// Reads what `json` wrote; `nil` where it is something else.
  public init?(json: [UInt8]) {
    var scanner = RecordScanner()
    let names = ["key", "api", "date", "request"]
    let fields = names.map { scanner.field(FieldPath(names: [$0])) }
    let found = try? scanner.scan(copying: json.span) { record in
      let request = record.value(of: fields[3])
      return (
        texts: fields[..<3].map { record.text(of: $0)?.string },
        request: request?.indices.map { request?[$0] ?? 0 }
      )
    }
    guard let found, let key = found.texts[0].flatMap({ DownloadKey($0) }),
      let base = found.texts[1], let request = found.request
    else { return nil }
    self.key = key
    service = Service(base)
    date = found.texts[2]
    self.request = request
  }

  /// One line, `{"key":…,"api":…,"date":…,"request":{…}}`.
  public var json: [UInt8] {
    var object = JSONObject()
    object.add("key", key.description)
    object.add("api", service.base)
    object.add("date", date)
    object.add("request", json: request)
    return object.bytes
  }

  /// Whether this is the same request to the same service.
  public func isOf(_ request: DownloadRequest, service: Service) -> Bool {
    self.service == service && self.request == request.compact
  }
}
