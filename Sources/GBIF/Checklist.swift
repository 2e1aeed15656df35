/// A taxonomy by which GBIF files its records.
public struct Checklist: Hashable, Sendable, CustomStringConvertible {
  /// GBIF's own backbone, frozen since 2023, which the API takes where none is named.
  public static let backbone = Checklist(key: "d7dddbf4-2cf0-4f39-9b2a-bb099caae36c")
  /// The extended Catalogue of Life, by which gbif.org goes since June 2026.
  public static let catalogueOfLife = Checklist(key: "7ddf754f-d193-4cc9-b351-99906754a03b")

  /// The key of the dataset, 8-4-4-4-12 hexadecimal digits in small letters.
  public let key: String

  private init(key: String) { self.key = key }

  /// Reads `backbone`, `col` or the key of another checklist; `nil` for anything else.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "backbone": self = .backbone
    case "col": self = .catalogueOfLife
    case let key where Self.isKey(key): self.init(key: key)
    default: return nil
    }
  }

  /// Whether a text has the form of a key, as all keys of datasets do.
  public static func isKey(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
  }

  /// The name that stands for it, if there is one, and the key.
  public var description: String {
    switch self {
    case .backbone: "backbone"
    case .catalogueOfLife: "col"
    default: key
    }
  }
}

extension SearchKey {
  /// The keys that GBIF looks up in the classification of one checklist (`isTaxonomic` in
  /// gbif/gbif-predicates); the name as the publisher wrote it is the same in all.
  private static let taxonomic: Set = [
    "TAXON_KEY", "ACCEPTED_TAXON_KEY", "KINGDOM_KEY", "PHYLUM_KEY", "CLASS_KEY", "ORDER_KEY",
    "FAMILY_KEY", "GENUS_KEY", "SUBGENUS_KEY", "SPECIES_KEY", "SCIENTIFIC_NAME",
    "TAXONOMIC_STATUS", "TAXONOMIC_ISSUE", "IUCN_RED_LIST_CATEGORY",
  ]

  /// Whether its values mean something in one checklist alone.
  public var isTaxonomic: Bool { Self.taxonomic.contains(name) }
}
