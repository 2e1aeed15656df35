import Pixels
import Records

/// The pictures of all records, and which record of which picture is kept in the end: the same
/// in any order of the records.
struct Roster {
  private let notion: Notion
  private let dropsConflicts: Bool
  private let others: OtherSet
  private let labelPath: FieldPath
  private var label: Field
  private var merits: Merits
  private var gallery = Gallery()
  private var contest = Contest()
  /// By the numbers of the gallery; where likeness counts.
  private var fingerprints: [Fingerprint?] = []
  private var stars = Stars()

  init(_ options: ImgDedup, beside others: OtherSet, _ scanner: inout RecordScanner) {
    notion = options.notion
    dropsConflicts = options.conflicts == .drop
    self.others = others
    labelPath = options.label
    label = scanner.field(options.label)
    merits = Merits(&scanner)
  }

  /// Notes a record of a picture.
  mutating func note(_ record: borrowing Record, _ picture: Picture) {
    let (number, isNew) = gallery.note(picture.hash, label: record.text(of: label)?.hash())
    guard case .similar = notion else { return }
    if isNew {
      fingerprints.append(picture.fingerprint)
    } else if let known = fingerprints[number], let fingerprint = picture.fingerprint {
      // Records may tell of one file what differs: which came first must not matter.
      fingerprints[number] = min(known, fingerprint)
    }
    contest.offer(merits.contender(record, picture), for: number)
  }

  /// Prepares for records of another scanner.
  mutating func read(with scanner: inout RecordScanner) {
    label = scanner.field(labelPath)
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
    if case .similar(let radius) = notion {
      stars = Stars(of: fingerprints, inOrder: contest.order, radius: radius, beside: others)
      fingerprints = []
    }
    stars.forEachMember { member, center in gallery.join(member, to: center) }
  }

  /// Why a record is not kept; `nil` for those that are.
  ///
  /// To be asked once for each record.
  mutating func verdict(on record: borrowing Record, _ picture: Picture) -> Duplicate? {
    guard let number = gallery.number(of: picture.hash) else { return nil }
    if let other = others.number(of: picture.hash) {
      return Duplicate(of: others.name(other), distance: 0, kind: notion.kindOfEqual)
    }
    switch stars.center(of: number) {
    case .other(let other, let distance):
      return Duplicate(of: others.name(other), distance: distance, kind: .similar)
    case .picture(let center, let distance):
      return duplicate(of: center, record, distance, .similar)
    case .itself:
      if isWinner(record, picture, number), !isDropped(number) { return nil }
      return duplicate(of: number, record, 0, notion.kindOfEqual)
    }
  }

  /// Whether an earlier run took a record for a duplicate.
  func isMarked(_ record: borrowing Record) -> Bool { merits.isMarked(record) }

  /// How many groups have more than one label.
  var conflicts: Int { gallery.conflicts { stars.center(of: $0) == .itself } }

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
