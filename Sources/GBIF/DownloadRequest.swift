internal import Records

/// What is posted to ask for a download: a JSON object of `predicate` or `sql`, `format`, and
/// so on (DownloadRequestSerde in gbif/gbif-api).
public struct DownloadRequest: Equatable, Sendable {
  /// What the command line adds to a request, or puts in the place of what is there.
  public struct Options: Equatable, Sendable {
    /// The form of the download.
    public var format: DownloadFormat?
    /// A text for the user's own list of downloads.
    public var description: String?
    /// Who gets an e-mail when the download has ended.
    public var notificationAddresses: [String] = []
    /// The taxonomy of the columns and, where they name none, of the predicates.
    public var checklist: Checklist?
    /// Tables to be handed on as their publishers wrote them.
    public var extensions: [VerbatimExtension] = []

    /// Options that change nothing.
    public init() {}
  }

  /// The body of the POST.
  public private(set) var json: [UInt8]
  /// Who asks, where the request itself says so.
  public private(set) var creator: String?
  /// Whether it asks in SQL.
  public let isSQL: Bool

  /// Reads a whole request, whose bytes stay as they are but for what the options change, or a
  /// bare predicate, which is put into a request by `creator`; `name` is that of the file.
  /// - Throws: `ServiceError` of kind `badInput` where the text is neither.
  public init(
    _ text: [UInt8], named name: String, creator: String?, _ options: Options = Options()
  ) throws(ServiceError) {
    let reading = try Reading(text, named: name)
    isSQL = reading.isSQL
    let text = options.checklist.map { TaxonPredicates.adding($0, to: text) } ?? text
    if reading.isPredicate {
      self.creator = creator
      json = Self.wrap(text, creator: creator, options)
    } else {
      self.creator = reading.creator
      json = text
      change(options)
    }
  }

  /// Makes a request in SQL, for a table of tab-separated values.
  public init(sql: String, creator: String?, _ options: Options = Options()) {
    isSQL = true
    self.creator = creator
    var request = Self.opening(creator, options)
    request.add("format", DownloadFormat.tableOfSQL.rawValue)
    request.add("description", options.description)
    request.add("sql", sql)
    json = request.bytes
  }

  /// Whether something is asked for that GBIF passes over when it looks for an earlier download.
  public var hasOverlookedProperties: Bool {
    guard !isSQL, let tree = try? JSONTree(json) else { return false }
    return tree["checklistKey"]?.text != nil || tree["verbatimExtensions"]?.elements != nil
  }

  /// The body without the blanks at its end, to be shown.
  public var text: [UInt8] { Array(json[...(json.lastIndex { $0 > 0x20 } ?? json.count - 1)]) }

  /// The request on one line, by which it is known again.
  public var compact: [UInt8] { JSONText.compact(json) }

  private static func opening(_ creator: String?, _ options: Options) -> JSONObject {
    var request = JSONObject()
    request.add("creator", creator)
    let addresses = options.notificationAddresses
    if !addresses.isEmpty { request.add("notificationAddresses", json: array(addresses)) }
    request.add("sendNotification", !addresses.isEmpty)
    return request
  }

  private static func wrap(
    _ predicate: [UInt8], creator: String?, _ options: Options
  ) -> [UInt8] {
    var request = opening(creator, options)
    request.add("format", (options.format ?? .darwinCoreArchive).rawValue)
    request.add("description", options.description)
    request.add("checklistKey", options.checklist?.key)
    let rowTypes = options.extensions.map(\.rowType)
    if !rowTypes.isEmpty { request.add("verbatimExtensions", json: array(rowTypes)) }
    let end = predicate.lastIndex { $0 == UInt8(ascii: "}") } ?? predicate.count - 1
    request.add("predicate", json: Array(predicate[...end].drop { $0 <= 0x20 }))
    return request.bytes
  }

  private mutating func change(_ options: Options) {
    let texts = [
      ("format", options.format?.rawValue), ("description", options.description),
      ("checklistKey", options.checklist?.key),
    ]
    for (name, text) in texts { if let text { set(name, JSONString.bytes(of: text)) } }
    let rowTypes = options.extensions.map(\.rowType)
    if !rowTypes.isEmpty { set("verbatimExtensions", Self.array(rowTypes)) }
    let addresses = options.notificationAddresses
    if addresses.isEmpty { return }
    set("notificationAddresses", Self.array(addresses), orItsAliases: Self.aliases)
    set("sendNotification", Array("true".utf8), orItsAliases: ["send_notification"])
  }

  private static let aliases = [
    "notificationAddress", "notification_addresses", "notification_address",
  ]

  /// Sets a member under whichever of its names the request has it, so that it is there once.
  private mutating func set(
    _ name: String, _ value: [UInt8], orItsAliases aliases: [String] = []
  ) {
    var scanner = RecordScanner()
    let fields = ([name] + aliases).map { ($0, scanner.field(FieldPath(names: [$0]))) }
    let present = try? scanner.scan(copying: json.span) { record in
      fields.first { record.value(of: $0.1) != nil }?.0
    }
    let member = Member((present ?? nil) ?? name, &scanner)
    let changed = try? scanner.scan(copying: json.span) { member.bytes(of: $0, with: value) }
    if let changed { json = changed }
  }

  private static func array(_ texts: [String]) -> [UInt8] {
    JSONText.array(of: texts.map(JSONString.bytes(of:)))
  }
}
