/// How a user names a taxon: by its key or by its scientific name.
public enum TaxonReference: Hashable, Sendable {
  case key(String)
  case name(String)

  /// A key of the Catalogue of Life is a number in up to seven digits of base 29.
  private static let longestKey = 7

  /// Tells keys from names.
  ///
  /// Digits alone are a key of GBIF's backbone. Capitals and digits, at most seven, are a key of
  /// the Catalogue of Life where there is a digit or no vowel among them (its keys have none):
  /// `6W3C4`, `BSJCX` and `N`, not `AVES`. All else is a name.
  public init(_ text: String) {
    self = Self.isNumber(text) || Self.isShortKey(text) ? .key(text) : .name(text)
  }

  /// Whether this is a key as GBIF's backbone has them.
  public var isOfBackbone: Bool {
    if case .key(let key) = self { Self.isNumber(key) } else { false }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { isDigit($0) }
  }

  private static func isShortKey(_ text: String) -> Bool {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard (1...longestKey).contains(text.utf8.count),
      text.utf8.allSatisfy({ isDigit($0) || capitals.contains($0) })
    else { return false }
    return text.utf8.contains { isDigit($0) } || !text.utf8.contains { "AEIOU".utf8.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
