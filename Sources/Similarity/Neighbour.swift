/// An entry of an index that is near a hash.
public struct Neighbour: Hashable, Sendable {
  /// Which entry: 0 is the first that was appended.
  public let number: Int
  /// The Hamming distance, 0...64 bits.
  public let distance: Int

  /// An entry at a distance.
  public init(number: Int, distance: Int) {
    self.number = number
    self.distance = distance
  }
}
