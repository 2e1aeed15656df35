import Pixels
import Similarity

/// Pictures to be found by what they look like.
struct Likenesses {
  /// A picture that looks like another.
  struct Match {
    let number: Int
    let distance: Int
  }

  private let radius: Int
  private var index = HashIndex()
  /// By the numbers of the index.
  private var differences: [UInt64] = []
  private var numbers: [Int32] = []
  private var neighbours: [Neighbour] = []

  /// A set in which pictures match whose hashes differ in at most so many bits.
  init(radius: Int) { self.radius = radius }

  /// How many bits of the difference hashes may differ: they confirm what the perceptual ones
  /// say, and are the less exact ones.
  static func confirmation(of radius: Int) -> Int { 2 * radius + 4 }

  /// The picture that is most like this one, the one added first among several.
  mutating func nearest(to fingerprint: Fingerprint) -> Match? {
    guard fingerprint.isTelling else { return nil }
    neighbours.removeAll(keepingCapacity: true)
    index.collect(near: fingerprint.perceptual, within: radius, into: &neighbours)
    var best: Neighbour?
    for neighbour in neighbours where isConfirmed(neighbour, fingerprint) {
      if let best, (best.distance, best.number) < (neighbour.distance, neighbour.number) {
        continue
      }
      best = neighbour
    }
    return best.map { Match(number: Int(numbers[$0.number]), distance: $0.distance) }
  }

  /// Adds a picture under a number of the caller's choice.
  mutating func add(_ fingerprint: Fingerprint, as number: Int) {
    guard fingerprint.isTelling else { return }
    index.append(fingerprint.perceptual)
    differences.append(fingerprint.difference)
    numbers.append(Int32(number))
  }

  private func isConfirmed(_ neighbour: Neighbour, _ fingerprint: Fingerprint) -> Bool {
    let differing = (differences[neighbour.number] ^ fingerprint.difference).nonzeroBitCount
    return differing <= Self.confirmation(of: radius)
  }
}
