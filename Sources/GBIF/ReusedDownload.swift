internal import Records

/// How a download differs from what was asked for.
///
/// GBIF gives the key of an earlier download to a request of the same predicate and format, even
/// where checklist or extensions are others (`matchExistingDownload` in gbif/occurrence).
public struct ReusedDownload: Equatable, Sendable {
  /// What is not as asked for, in words.
  public let differences: [String]

  /// Compares a request with GBIF's record of the download; `nil` where nothing differs.
  public init?(_ request: DownloadRequest, record: [UInt8]) {
    guard let asked = try? JSONTree(request.json), let record = try? JSONTree(record),
      let told = record["request"]
    else { return nil }
    differences = [Self.checklists(asked, told), Self.extensions(asked, told)].compactMap { $0 }
    if differences.isEmpty { return nil }
  }

  /// Where none is told of, it is the backbone.
  private static func checklists(_ asked: JSONTree, _ told: JSONTree) -> String? {
    guard let asked = asked["checklistKey"]?.text?.lowercased() else { return nil }
    let told = told["checklistKey"]?.text?.lowercased() ?? Checklist.backbone.key
    if asked == told { return nil }
    return "its checklist is \(name(told)), not \(name(asked))"
  }

  private static func name(_ key: String) -> String { Checklist(key)?.description ?? key }

  private static func extensions(_ asked: JSONTree, _ told: JSONTree) -> String? {
    guard let asked = rowTypes(asked) else { return nil }
    let told = rowTypes(told) ?? []
    if asked == told { return nil }
    let names = told.isEmpty ? "none" : told.sorted().joined(separator: ", ")
    return "its verbatim extensions are \(names)"
  }

  private static func rowTypes(_ request: JSONTree) -> Set<String>? {
    request["verbatimExtensions"]?.elements.map { Set($0.compactMap { $0.text?.lowercased() }) }
  }
}
