/// How large a new picture is to be.
public struct SizeRule: Equatable, Sendable {
  /// The longer side has at most so many pixels.
  public let maxSide: Int?
  /// The shorter side has at least so many, even where the longer one then has too many.
  public let minSide: Int?
  /// Whether a smaller picture is made as large as one that is shrunk.
  public let enlarges: Bool

  /// A rule; with neither side a picture keeps its size.
  public init(maxSide: Int?, minSide: Int?, enlarges: Bool = false) {
    self.maxSide = maxSide
    self.minSide = minSide
    self.enlarges = enlarges
  }

  /// The size for a picture of `width` times `height` pixels, at least one of each.
  public func size(of width: Int, _ height: Int) -> (width: Int, height: Int) {
    let (longer, shorter) = (max(width, height), min(width, height))
    let most = maxSide.map { Ratio($0, longer) }
    let least = minSide.map { Ratio($0, shorter) }
    guard let ratio = [most, least].compactMap({ $0 }).max(), enlarges || ratio.isShrinking else {
      return (width, height)
    }
    return (ratio.applied(to: width), ratio.applied(to: height))
  }
}

/// A ratio of two sides in whole numbers, so that the side that it is taken from is met exactly.
private struct Ratio: Comparable {
  private let new: Int
  private let old: Int

  init(_ new: Int, _ old: Int) { (self.new, self.old) = (new, old) }

  var isShrinking: Bool { new < old }

  /// A side in this ratio, rounded, at least 1.
  func applied(to side: Int) -> Int { max(1, (2 * side * new + old) / (2 * old)) }

  static func < (left: Ratio, right: Ratio) -> Bool { left.new * right.old < right.new * left.old }
}
