import Records
import Values

/// A record that may be the one kept of its picture: the better one is the smaller.
///
/// More pixels are better, then a licence that allows more, then the smaller key: never what
/// came first.
struct Contender: Comparable {
  private let pixels: Int
  private let licence: LicenceRank
  private let key: [UInt8]
  /// Decides among records with one key.
  private let line: UInt64
  /// Where its file lies; its id where it does not say.
  let name: [UInt8]

  fileprivate init(
    pixels: Int, licence: LicenceRank, key: [UInt8], line: UInt64, name: [UInt8]
  ) {
    self.pixels = pixels
    self.licence = licence
    self.key = key
    self.line = line
    self.name = name
  }

  static func < (left: Contender, right: Contender) -> Bool {
    if left.pixels != right.pixels { return left.pixels > right.pixels }
    if left.licence != right.licence { return left.licence < right.licence }
    if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
    return left.line < right.line
  }
}

/// Reads from records what decides which of them is kept.
struct Merits {
  private let identity: Identity
  private let width: Field
  private let height: Field
  private let licence: Field
  private let path: Field
  private let duplicate: Field
  private var licences: [String: LicenceRank] = [:]

  init(_ scanner: inout RecordScanner) {
    identity = Identity(&scanner)
    width = scanner.field(FieldPath(names: ["image", "width"]))
    height = scanner.field(FieldPath(names: ["image", "height"]))
    licence = scanner.field(FieldPath(names: ["media", "license"]))
    duplicate = scanner.field(FieldPath(names: ["duplicate", "of"]))
    path = scanner.field(FieldPath(names: ["image", "path"]))
  }

  mutating func contender(_ record: borrowing Record) -> Contender {
    var hash = SipHash(k0: 0)
    hash.append(record.bytes)
    return Contender(
      pixels: number(width, record) * number(height, record), licence: rank(of: record),
      key: identity.key(of: record), line: hash.finish(), name: name(of: record))
  }

  /// Where the record's file lies; its id where it does not say.
  func name(of record: borrowing Record) -> [UInt8] {
    let text = record.text(of: path)?.string ?? identity.id(of: record)?.string ?? ""
    return Array(text.utf8)
  }

  /// Whether an earlier run took the record for a duplicate.
  func isMarked(_ record: borrowing Record) -> Bool { record.has(duplicate) }

  /// At most 2³¹, so that two can be multiplied.
  private func number(_ field: Field, _ record: borrowing Record) -> Int {
    let value = (record.text(of: field)?.string).flatMap { Int($0) } ?? 0
    return max(0, min(value, 1 << 31))
  }

  private mutating func rank(of record: borrowing Record) -> LicenceRank {
    guard let text = record.text(of: licence)?.string else { return .unknown }
    if let known = licences[text] { return known }
    if licences.count > 10_000 { licences = [:] }
    let rank = Licence(text).rank
    licences[text] = rank
    return rank
  }
}
