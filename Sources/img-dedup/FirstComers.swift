import Pixels
import Records

/// The pictures that came so far, of which the first is kept: it is known at once, and in another
/// order it is another.
struct FirstComers {
  private let notion: Notion
  private let others: OtherSet
  private let label: LabelReader
  private let merits: Merits
  private let tells: Bool
  private var gallery = Gallery()
  private var likenesses: Likenesses?
  /// For each picture the one kept in its place, itself if none is; those of another set have
  /// numbers below 0.
  private var centers: [Int32] = []
  /// How far each is from its center.
  private var distances: [UInt8] = []
  /// For each picture of another set the first of ours that it is in the place of: it stands for
  /// the group.
  private var standIns: [Int: Int] = [:]
  /// What those kept are called, where that is told.
  private var names: [Int: [UInt8]] = [:]

  init(
    _ options: ImgDedup, beside others: OtherSet, tells: Bool, _ scanner: inout RecordScanner
  ) {
    notion = options.notion
    self.others = others
    self.tells = tells
    label = LabelReader(options.label, &scanner)
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

  /// How many groups have more than one label, be the one in their middle ours or not.
  var conflicts: Int {
    gallery.conflicts { number in
      let center = Int(centers[number])
      return center == number || standIns[center] == number
    }
  }

  /// Why a record is not kept; `nil` for those that are.
  mutating func verdict(on record: borrowing Record, _ picture: Picture) -> Duplicate? {
    let (number, isNew) = gallery.note(picture.hash, label: label.hash(of: record))
    if isNew { judge(number, record, picture) }
    let center = Int(centers[number])
    if isNew, center == number { return nil }
    let group = center < 0 ? standIns[center, default: number] : center
    if center < 0 { standIns[center] = group }
    if group != number { gallery.join(number, to: group) }
    let isEqual = center == number || others.number(of: picture.hash) != nil
    return Duplicate(
      of: (center < 0 ? others.name(-1 - center) : names[center]) ?? [],
      distance: Int(distances[number]), kind: isEqual ? notion.kindOfEqual : .similar,
      isOfConflict: gallery.hasConflict(group), isOfOtherSet: center < 0)
  }

  /// Finds the center of a picture that did not come before.
  private mutating func judge(_ number: Int, _ record: borrowing Record, _ picture: Picture) {
    if let other = others.number(of: picture.hash) {
      centers.append(Int32(-1 - other))
      distances.append(0)
      return
    }
    let match = picture.fingerprint.flatMap { likenesses?.nearest(to: $0) }
    centers.append(Int32(match?.number ?? number))
    distances.append(UInt8(match?.distance ?? 0))
    if match != nil { return }
    if let fingerprint = picture.fingerprint { likenesses?.add(fingerprint, as: number) }
    if tells { names[number] = merits.name(of: record) }
  }
}
