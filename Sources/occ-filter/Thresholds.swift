/// The smallest hashes of each group, as many as are to be kept, and what they let pass.
///
/// A record whose hash is above the threshold of its group can never be among the smallest
/// again.
struct Thresholds {
  private struct Threshold {
    var heap = HashHeaps.Heap()
    /// Whether a record with the largest hash of the heap was turned away, or lost its place.
    var isContested = false
  }

  private let limit: Int
  private var heaps = HashHeaps()
  private var thresholds: [Threshold] = []

  /// At most `limit` records of each group are kept.
  init(limit: Int) { self.limit = limit }

  /// Whether a record may be one to be kept, its group having `count` with it.
  mutating func admit(_ hash: UInt64, to group: Int, count: Int) -> Bool {
    while thresholds.count <= group { thresholds.append(Threshold()) }
    if count <= limit {
      heaps.insert(hash, into: &thresholds[group].heap)
      return true
    }
    guard let largest = heaps.largest(of: thresholds[group].heap), hash <= largest else {
      return false
    }
    if hash < largest { heaps.replaceLargest(of: &thresholds[group].heap, by: hash) }
    // As many of one hash as there are places are no contest, one more is.
    let isSame = heaps.largest(of: thresholds[group].heap) == largest
    thresholds[group].isContested = isSame
    return true
  }

  /// Whether the places of any group are contested.
  var hasContest: Bool { thresholds.contains(where: \.isContested) }

  /// How a candidate stands to the threshold of its group.
  func standing(of candidate: Candidate) -> Standing {
    let threshold = thresholds[candidate.group]
    guard let largest = heaps.largest(of: threshold.heap) else { return .out }
    if candidate.hash == largest { return threshold.isContested ? .contested : .kept }
    return candidate.hash < largest ? .kept : .out
  }

  /// What becomes of a record by its hash.
  enum Standing {
    case kept, out
    /// More records have this hash than there are places.
    case contested
  }

  /// How many of the records with the contested hash of a group are kept.
  func contestedPlaces(of group: Int) -> Int {
    heaps.largestCount(of: thresholds[group].heap)
  }
}
