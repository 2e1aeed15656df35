import Pixels
import Records

/// The pictures that came so far, of which the first is kept: it is known at once, and in another
/// order it is another.
struct FirstComers {
  private let notion: Notion
  private let others: OtherSet
  private let label: Field
  private let merits: Merits
  private let tells: Bool
  private var gallery = Gallery()
  private var likenesses: Likenesses?
  /// For each picture the one kept in its place, itself if none is.
  private var centers: [Int32] = []
  /// How far each is from its center.
  private var distances: [UInt8] = []
  /// What those kept are called, where that is told.
  private var names: [Int: [UInt8]] = [:]

  init(
    _ options: ImgDedup, beside others: OtherSet, tells: Bool, _ scanner: inout RecordScanner
  ) {
    notion = options.notion
    self.others = others
    self.tells = tells
    label = scanner.field(options.label)
    merits = Merits(&scanner)
    guard case .similar(let radius) = options.notion else { return }
    var likenesses = Likenesses(radius: radius)
    for other in others.fingerprints {
      likenesses.add(other.fingerprint, as: -1 - other.number)
    }
    self.likenesses = likenesses
  }

  /// Whether an earlier run took a record for a duplicate.
  func isMarked(_ record: borrowing Record) -> Bool { merits.isMarked(record) }

  /// How many groups have more than one label.
  var conflicts: Int { gallery.conflicts { centers[$0] == $0 } }

  /// Why a record is not kept; `nil` for those that are.
  mutating func verdict(on record: borrowing Record, _ picture: Picture) -> Duplicate? {
    if let other = others.number(of: picture.hash) {
      return Duplicate(of: others.name(other), distance: 0, kind: notion.kindOfEqual)
    }
    let (number, isNew) = gallery.note(picture.hash, label: record.text(of: label)?.hash())
    if isNew { return judge(number, record, picture) }
    let center = Int(centers[number])
    let distance = Int(distances[number])
    if center < 0 {
      return Duplicate(of: others.name(-1 - center), distance: distance, kind: .similar)
    }
    if center == number { return duplicate(of: center, 0, notion.kindOfEqual) }
    gallery.join(number, to: center)
    return duplicate(of: center, distance, .similar)
  }

  /// Judges a picture that did not come before.
  private mutating func judge(
    _ number: Int, _ record: borrowing Record, _ picture: Picture
  ) -> Duplicate? {
    let match = picture.fingerprint.flatMap { likenesses?.nearest(to: $0) }
    centers.append(Int32(match?.number ?? number))
    distances.append(UInt8(match?.distance ?? 0))
    guard let match else {
      if let fingerprint = picture.fingerprint { likenesses?.add(fingerprint, as: number) }
      if tells { names[number] = merits.name(of: record) }
      return nil
    }
    if match.number < 0 {
      let name = others.name(-1 - match.number)
      return Duplicate(of: name, distance: match.distance, kind: .similar)
    }
    gallery.join(number, to: match.number)
    return duplicate(of: match.number, match.distance, .similar)
  }

  private func duplicate(of center: Int, _ distance: Int, _ kind: Duplicate.Kind) -> Duplicate {
    Duplicate(
      of: names[center] ?? [], distance: distance, kind: kind,
      isOfConflict: gallery.hasConflict(center))
  }
}
