import Pixels

/// Groups of pictures around those that are kept: each of the others is within the radius of
/// the one in its middle, so that no chain of look-alikes leads from one species to the next.
struct Stars {
  /// What a picture belongs to.
  enum Center {
    /// It is kept.
    case itself
    /// Another of this set is kept in its place.
    case picture(Int, distance: Int)
    /// It is in another set already.
    case other(Int, distance: Int)
  }

  private var centers: [Center] = []

  /// Pictures that are their own centers, whatever they look like.
  init() {}

  /// Judges pictures in the order in which they are to be kept.
  init(
    of fingerprints: [Fingerprint?], inOrder order: [Int], radius: Int, beside others: OtherSet
  ) {
    centers = [Center](repeating: .itself, count: fingerprints.count)
    var kept = Likenesses(radius: radius)
    // Those of the other set have numbers below 0.
    for other in others.fingerprints { kept.add(other.fingerprint, as: -1 - other.number) }
    for number in order {
      guard let fingerprint = fingerprints[number] else { continue }
      guard let match = kept.nearest(to: fingerprint) else {
        kept.add(fingerprint, as: number)
        continue
      }
      centers[number] =
        match.number < 0
        ? .other(-1 - match.number, distance: match.distance)
        : .picture(match.number, distance: match.distance)
    }
  }

  /// What the picture of this number belongs to.
  func center(of number: Int) -> Center { centers.isEmpty ? .itself : centers[number] }

  /// Gives each picture in whose place another of this set is kept, with that one.
  func forEachMember(_ body: (_ member: Int, _ center: Int) -> Void) {
    for (member, center) in centers.enumerated() {
      if case .picture(let center, _) = center { body(member, center) }
    }
  }
}
