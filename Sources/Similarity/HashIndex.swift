public struct Neighbour { public let number: Int; public let distance: Int }
public struct HashIndex {
  var hashes: [UInt64] = []
  public init() {}
  public mutating func append(_ hash: UInt64) { hashes.append(hash) }
  public func collect(near hash: UInt64, within radius: Int, into neighbours: inout [Neighbour]) {
    for (number, other) in hashes.enumerated() where (other ^ hash).nonzeroBitCount <= radius {
      neighbours.append(Neighbour(number: number, distance: (other ^ hash).nonzeroBitCount))
    }
  }
}
