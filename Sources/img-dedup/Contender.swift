import Records
import Values

/// A record that may be the one kept of its picture: the better one is the smaller.
///
/// More pixels are better (none are known of some, which come last), then a licence that allows more, then the smaller key: never what
/// came first.
struct Contender: Comparable {
  private let pixels: Int
  private let licence: LicenceRank
  private let key: [UInt8]
  /// Decides among records with one key.
  private let line: UInt64
  /// Decides among those that differ in nothing but the member `fingerprint`.
  private let fingerprint: UInt64
  /// Where its file lies; its id where it does not say.
  let name: [UInt8]

  fileprivate init(
    pixels: Int, licence: LicenceRank, key: [UInt8], line: UInt64, fingerprint: UInt64,
    name: [UInt8]
  ) {
    self.pixels = pixels
    self.licence = licence
    self.key = key
    self.line = line
    self.fingerprint = fingerprint
    self.name = name
  }

  static func < (left: Contender, right: Contender) -> Bool {
    if left.pixels != right.pixels { return left.pixels > right.pixels }
    if left.licence != right.licence { return left.licence < right.licence }
    if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
    if left.line != right.line { return left.line < right.line }
    return left.fingerprint < right.fingerprint
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
  private let fingerprint: Member
  private let mark: Member
  private var licences: [String: LicenceRank] = [:]

  init(_ scanner: inout RecordScanner) {
    identity = Identity(&scanner)
    width = scanner.field(FieldPath(names: ["image", "width"]))
    height = scanner.field(FieldPath(names: ["image", "height"]))
    licence = scanner.field(FieldPath(names: ["media", "license"]))
    duplicate = scanner.field(FieldPath(names: ["duplicate"]))
    path = scanner.field(FieldPath(names: ["image", "path"]))
    fingerprint = Member("fingerprint", &scanner)
    mark = Member("duplicate", &scanner)
  }

  mutating func contender(_ record: borrowing Record, _ picture: Picture) -> Contender {
    let parts = original(of: record)
    return Contender(
      pixels: pixels(of: record, picture), licence: rank(of: record),
      key: key(of: record, original: parts), line: hash(of: parts, record),
      fingerprint: hash(of: [fingerprint.extent(in: record) ?? 0..<0], record),
      name: name(of: record))
  }

  private func hash(of parts: [Range<Int>], _ record: borrowing Record) -> UInt64 {
    var hash = SipHash(k0: 0)
    for part in parts { hash.append(record.bytes.extracting(part)) }
    return hash.finish()
  }

  private func key(of record: borrowing Record, original parts: [Range<Int>]) -> [UInt8] {
    if identity.isNamed(record) { return identity.key(of: record) }
    return parts.flatMap { part in part.map { record.bytes[$0] } }
  }

  /// Where the record stands as it was before earlier runs added to it: what they added must not
  /// decide what is kept.
  private func original(of record: borrowing Record) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var position = 0
    let extents = [fingerprint, mark].compactMap { $0.extent(in: record) }
    for extent in extents.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      parts.append(position..<max(position, extent.lowerBound))
      position = max(position, extent.upperBound)
    }
    return parts + [position..<record.bytes.count]
  }

  /// Where the record's file lies; its id where it does not say.
  func name(of record: borrowing Record) -> [UInt8] {
    let text = record.text(of: path)?.string ?? identity.id(of: record)?.string ?? ""
    return Array(text.utf8)
  }

  /// Whether an earlier run took the record for a duplicate.
  func isMarked(_ record: borrowing Record) -> Bool { record.hasValue(duplicate) }

  /// How many pixels the record tells of its picture, else its file; 0 where neither does.
  func pixels(of record: borrowing Record, _ picture: Picture) -> Int {
    let told = PictureSize(width: record.number(width), height: record.number(height))
    return told?.area ?? picture.area
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
