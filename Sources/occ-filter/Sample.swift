import ByteStreams
import Records

/// Keeps of each group the records whose keys have the smallest keyed hashes: a sample that
/// depends on the seed, not on the order of the records.
struct Sample {
  private let identity: Identity
  private let seed: UInt64
  private var thresholds: Thresholds
  private var winners: Set<Int> = []

  init(_ limit: Int, seed: UInt64, _ scanner: inout RecordScanner) {
    identity = Identity(&scanner)
    self.seed = seed
    thresholds = Thresholds(limit: limit)
  }

  /// The hash of a record that may be one to be kept, its group having `count` with it.
  mutating func admit(_ record: borrowing Record, to group: Int, count: Int) -> UInt64? {
    let hash = identity.hash(of: record, seed: seed)
    return thresholds.admit(hash, to: group, count: count) ? hash : nil
  }

  /// Decides among records with equal hashes.
  mutating func decide(among records: borrowing PutByRecords) throws(StreamError) {
    let thresholds = thresholds
    guard thresholds.hasContest else { return }
    var contest = Contest()
    try records.forEach { candidate, _ in
      thresholds.standing(of: candidate) == .contested
    } _: { line, candidate, place throws(StreamError) in
      let group = candidate.group
      try contest.add(line, to: group, place: place) { thresholds.contestedPlaces(of: group) }
    }
    winners = contest.winners
  }

  /// Whether a candidate is one of those that are kept.
  func keeps(_ candidate: Candidate, place: Int) -> Bool {
    switch thresholds.standing(of: candidate) {
    case .kept: true
    case .out: false
    case .contested: winners.contains(place)
    }
  }
}
