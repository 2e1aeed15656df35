public import Records

/// Makes records of the occurrences that GBIF's search gives: the same that come out of the
/// archives of its downloads, as far as the search knows what is in them.
///
/// What is a number, `true` or `false` becomes a string of the same characters. Values of an
/// array stand in one string with semicolons between them. Objects are left out.
public struct OccurrenceRecords: Sendable {
  /// Whether occurrences without media become records too.
  public var includesAll = false
  /// Whether all media of an occurrence stand in one record, as an array.
  public var isNested = false

  /// Records of occurrences with media, one for each of these.
  public init() {}

  /// What the archives have under another name.
  private static let columns = [
    "issues": "issue", "recordedByIDs": "recordedByID", "identifiedByIDs": "identifiedByID",
  ]

  /// The identifier of an occurrence.
  public static func identifier(of occurrence: JSONTree) -> String? {
    (occurrence["gbifID"] ?? occurrence["key"])?.text
  }

  /// The records of an occurrence, each one line.
  public func lines(of occurrence: JSONTree) -> [[UInt8]] {
    var record = JSONObject()
    for (name, text) in Self.members(of: occurrence) { record.add(name, text) }
    let media = (occurrence["media"]?.elements ?? []).map(Self.object)
    if media.isEmpty { return includesAll ? [record.bytes] : [] }
    if isNested { return [Self.adding(JSONText.array(of: media), to: record)] }
    return media.map { Self.adding($0, to: record) }
  }

  private static func adding(_ media: [UInt8], to record: JSONObject) -> [UInt8] {
    var record = record
    record.add("media", json: media)
    return record.bytes
  }

  /// A media item.
  private static func object(_ tree: JSONTree) -> [UInt8] {
    var object = JSONObject()
    for (name, value) in tree.members { object.add(name, text(of: value)) }
    return object.bytes
  }

  // MARK: the terms of an occurrence

  /// Names and texts; the identifier is the first.
  static func members(of occurrence: JSONTree) -> [(name: String, text: String)] {
    var members = [(name: String, text: String)]()
    var names = Member.names.union(occurrence.members.map(\.name))
    names.insert("gbifID")
    if let id = identifier(of: occurrence) { members.append(("gbifID", id)) }
    for (name, value) in occurrence.members where !["key", "gbifID", "media"].contains(name) {
      if name == "gadm" { members += levels(of: value) }
      guard let text = text(of: value) else { continue }
      members.append((column(name, &names), text))
    }
    return members
  }

  /// The name of an archive's column.
  private static func column(_ name: String, _ names: inout Set<String>) -> String {
    if let column = columns[name] { return names.insert(column).inserted ? column : name }
    // GBIF writes terms that it has no name for by their URIs.
    guard name.contains("://"), let end = name.lastIndex(where: { $0 == "/" || $0 == "#" }) else {
      return name
    }
    let simple = String(name[name.index(after: end)...])
    return !simple.isEmpty && names.insert(simple).inserted ? simple : name
  }

  /// `level0Gid`, `level0Name`, `level1Gid`….
  private static func levels(of gadm: JSONTree) -> [(name: String, text: String)] {
    gadm.members.flatMap { level, names in
      [("Gid", names["gid"]), ("Name", names["name"])].compactMap { ending, value in
        value.flatMap { text(of: $0) }.map { (level + ending, $0) }
      }
    }
  }

  /// The text of a cell; `nil` where it would be empty.
  private static func text(of value: JSONTree) -> String? {
    if let text = value.text { return text.isEmpty ? nil : text }
    // An identifier of a person is an object with its kind and its value.
    let texts = value.elements?.compactMap { $0.text ?? $0["value"]?.text } ?? []
    let isWhole = texts.count == value.elements?.count
    return texts.isEmpty || !isWhole ? nil : texts.joined(separator: ";")
  }
}
