import Pixels
import Records

/// The pictures of all records, and which record of which picture is kept in the end: the same
/// in any order of the records.
struct Roster {
  private let notion: Notion
  private let dropsConflicts: Bool
  private let others: OtherSet
  private let labelPath: FieldPath
  private var label: LabelReader
  private var merits: Merits
  private var gallery = Gallery()
  private var contest = Contest()
  /// By the numbers of the gallery; where likeness counts.
  private var fingerprints: [Fingerprint?] = []
  private var stars = Stars()
  /// Those of our pictures that another set has, by their numbers, with its own.
  private var elsewhere: [Int: Int] = [:]
  /// For each picture of another set in whose place ours are dropped, the first of them: it stands
  /// for the group.
  private var standIns: [Int: Int] = [:]

  init(_ options: ImgDedup, beside others: OtherSet, _ scanner: inout RecordScanner) {
    notion = options.notion
    dropsConflicts = options.conflicts == .drop
    self.others = others
    labelPath = options.label
    label = LabelReader(options.label, &scanner)
    merits = Merits(&scanner)
  }

  /// Notes a record of a picture.
  mutating func note(_ record: borrowing Record, _ picture: Picture) {
    let (number, isNew) = gallery.note(picture.hash, label: label.hash(of: record))
    guard case .similar = notion else { return }
    if isNew { fingerprints.append(nil) }
    // Records may tell of one file what differs: that which is kept counts, as in a rerun.
    if contest.offer(merits.contender(record, picture), for: number) {
      fingerprints[number] = picture.fingerprint
    }
  }

  /// Prepares for records of another scanner.
  mutating func read(with scanner: inout RecordScanner) {
    label = LabelReader(labelPath, &scanner)
    merits = Merits(&scanner)
  }

  /// Whether all records must be seen once more before it can be said which is kept: where only
  /// pictures with several records are looked at, and these are not known before.
  var needsContest: Bool { contest.isEmpty && gallery.hasRepeated }

  /// Looks at a record of a picture once more.
  mutating func hold(_ record: borrowing Record, _ picture: Picture) {
    guard let number = gallery.number(of: picture.hash), gallery.isRepeated(number) else { return }
    contest.offer(merits.contender(record, picture), for: number)
  }

  /// Decides about all pictures.
  mutating func decide() {
    if others.count > 0 {
      gallery.forEach { elsewhere[$1] = others.number(of: $0) }
    }
    if case .similar(let radius) = notion {
      let order = contest.order.filter { elsewhere[$0] == nil }
      stars = Stars(of: fingerprints, inOrder: order, radius: radius, beside: others)
      fingerprints = []
    }
    stars.forEachMember { member, center in gallery.join(member, to: center) }
    if others.count > 0 { joinElsewhere() }
  }

  /// Joins our pictures in whose place one of another set is.
  private mutating func joinElsewhere() {
    for number in 0..<gallery.count {
      guard case .other(let other, _) = center(of: number) else { continue }
      if let first = standIns[other] {
        gallery.join(number, to: first)
      } else {
        standIns[other] = number
      }
    }
  }

  private func center(of number: Int) -> Stars.Center {
    elsewhere[number].map { .other($0, distance: 0) } ?? stars.center(of: number)
  }

  /// Why a record is not kept; `nil` for those that are.
  ///
  /// To be asked once for each record.
  mutating func verdict(on record: borrowing Record, _ picture: Picture) -> Duplicate? {
    guard let number = gallery.number(of: picture.hash) else { return nil }
    switch center(of: number) {
    case .other(let other, let distance):
      return Duplicate(
        of: others.name(other), distance: distance,
        kind: elsewhere[number] == nil ? .similar : notion.kindOfEqual,
        isOfConflict: standIns[other].map(gallery.hasConflict) ?? false, isOfOtherSet: true)
    case .picture(let center, let distance):
      return duplicate(of: center, record, distance, .similar)
    case .itself:
      if isWinner(record, picture, number), !isDropped(number) { return nil }
      return duplicate(of: number, record, 0, notion.kindOfEqual)
    }
  }

  /// Whether an earlier run took a record for a duplicate.
  func isMarked(_ record: borrowing Record) -> Bool { merits.isMarked(record) }

  /// How many groups have more than one label, be the one in their middle ours or not.
  var conflicts: Int {
    gallery.conflicts { number in
      switch center(of: number) {
      case .itself: true
      case .picture: false
      case .other(let other, _): standIns[other] == number
      }
    }
  }

  private mutating func isWinner(
    _ record: borrowing Record, _ picture: Picture, _ number: Int
  ) -> Bool {
    if contest.winner(of: number) == nil { return true }
    return contest.takeWinner(of: number, merits.contender(record, picture))
  }

  private func isDropped(_ center: Int) -> Bool { dropsConflicts && gallery.hasConflict(center) }

  private func duplicate(
    of center: Int, _ record: borrowing Record, _ distance: Int, _ kind: Duplicate.Kind
  ) -> Duplicate {
    let name = contest.winner(of: center)?.name ?? merits.name(of: record)
    return Duplicate(
      of: name, distance: distance, kind: kind, isOfConflict: gallery.hasConflict(center))
  }
}
