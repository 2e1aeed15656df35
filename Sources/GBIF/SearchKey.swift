public import Records

/// A key of GBIF's predicates, such as `TAXON_KEY`, and the fields of records that it stands
/// for.
///
/// All are in `search-keys.tsv` (OccurrenceSearchParameter in gbif/gbif-api).
public struct SearchKey: Hashable, Sendable, CustomStringConvertible {
  /// What the values of a key are.
  public enum ValueType: String, Sendable {
    /// Text that nothing is known of.
    case text = "String"
    /// A whole number.
    case integer = "Integer"
    /// A number.
    case decimal = "Double"
    /// A date, or a time.
    case date = "Date"
    /// A date, or the time from one to another.
    case dateInterval = "IsoDateInterval"
    /// `true` or `false`.
    case boolean = "Boolean"
    /// A name of geological time, which GBIF alone can put in order.
    case geologicalTime = "GeologicalTime"
    /// Eight, four, four, four and twelve hexadecimal digits.
    case uuid = "UUID"
    /// Two letters of ISO 3166.
    case country = "Country"
    /// A word of a list that GBIF keeps.
    case word
  }

  /// The key as GBIF writes it.
  public let name: String
  /// What its values are.
  public let type: ValueType
  /// The words that it may have, where they are few and known; otherwise none.
  public let vocabulary: [String]
  /// The fields of which any may fulfil a condition; none where only GBIF knows the key.
  public let fields: [FieldPath]
  /// Whether a cell may hold several values with semicolons between them.
  public let holdsSeveral: Bool

  /// The key as GBIF writes it.
  public var description: String { name }

  /// Whether `<` and its like mean something to GBIF.
  public var isOrdered: Bool {
    switch type {
    case .integer, .decimal, .date, .dateInterval, .geologicalTime: true
    case .text, .boolean, .uuid, .country, .word: false
    }
  }

  /// Two keys are one when their names are.
  public static func == (one: SearchKey, other: SearchKey) -> Bool { one.name == other.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension SearchKey {
  /// All keys.
  public static let all: [SearchKey] = rows(of: PackageResources.search_keys_tsv).map {
    SearchKey(row: $0)
  }

  private static let vocabularies = Dictionary(
    grouping: rows(of: PackageResources.vocabularies_tsv), by: { $0[0] }
  ).mapValues { rows in rows.map { $0[1] } }

  private static let byFoldedName = Dictionary(
    uniqueKeysWithValues: all.map { (fold($0.name), $0) })

  private static let byField = Dictionary(
    all.compactMap { key in key.fields.first.map { ($0, key) } },
    uniquingKeysWith: { first, _ in first })

  private init(row: [String]) {
    name = row[0]
    type = ValueType(rawValue: row[1]) ?? .word
    vocabulary = Self.vocabularies[row[1]] ?? []
    fields = row[2].split(separator: ",").compactMap { $0 == "-" ? nil : FieldPath($0) }
    holdsSeveral = row[3] == "several"
  }

  /// The key of this name, whatever its case and underscores, as GBIF itself looks it up.
  public static func named(_ name: some StringProtocol) -> SearchKey? { byFoldedName[fold(name)] }

  /// The key that stands for this field, its first of several.
  public static func of(_ field: FieldPath) -> SearchKey? { byField[field] }

  private static func fold(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0 != "_" }
  }

  private static func rows(of file: [UInt8]) -> [[String]] {
    String(decoding: file, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t").map(String.init)
    }
  }
}
