import Records

/// The sets among which groups are divided, and how large each is to be.
///
/// A group is drawn into a set by rendezvous hashing (Thaler and Ravishankar, 1998) with weights
/// by logarithms (Schindelhauer and Schomaker, 2005): each set has its own number for the group
/// and the smallest wins. So neither the order of the sets nor the sum of their weights matters,
/// and where one of them grows, or is new, groups only move into it.
struct Shares: Equatable {
  /// The names of the sets.
  let names: [String]
  /// How large each is to be beside the others, from 1 up and without a common divisor.
  let weights: [Int]
  private let bytes: [[UInt8]]
  private let reciprocals: [Double]

  private init(_ shares: [(name: String, weight: Int)]) {
    let divisor = shares.reduce(0) { Self.greatestCommonDivisor($0, $1.weight) }
    names = shares.map(\.name)
    weights = shares.map { $0.weight / divisor }
    bytes = names.map { Array($0.utf8) }
    reciprocals = weights.map { 1 / Double($0) }
  }

  /// `fold0`, `fold1` and so on, all of one size; at least one.
  init(folds: Int) { self.init((0..<folds).map { ("fold\($0)", 1) }) }

  /// Reads `train=80,val=10,test=10`.
  /// - Throws: `SharesError`.
  init(_ text: String) throws(SharesError) {
    var shares = [(name: String, weight: Int)]()
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let share = try Self.share(part)
      if shares.contains(where: { $0.name == share.name }) {
        throw SharesError("'\(share.name)' stands there twice")
      }
      shares.append(share)
    }
    self.init(shares)
  }

  private static func share(_ part: Substring) throws(SharesError) -> (name: String, weight: Int) {
    guard let sign = part.firstIndex(of: "=") else {
      throw SharesError("'\(part)' is no NAME=SHARE")
    }
    let (name, weight) = (String(part[..<sign]), part[part.index(after: sign)...])
    guard SetNames.isName(name) else {
      let rule = "letters of ASCII, digits, '_', '-' and '.', no more than 64"
      throw SharesError("'\(name)' can't be the name of a set: \(rule)")
    }
    guard let weight = millionths(weight) else {
      throw SharesError("the share of '\(name)' must be a number from 0.000001 to 1000000")
    }
    return (name, weight)
  }

  /// A decimal number with up to six digits behind its point, in millionths.
  private static func millionths(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = parts.joined().utf8
    let behind = parts.count > 1 ? parts[1].utf8.count : 0
    guard let whole = parts.first, !whole.isEmpty, whole.utf8.count <= 7, behind <= 6,
      parts.count == 1 || behind > 0,
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    let zeros = String(repeating: "0", count: 6 - behind)
    let number = Int(parts.joined() + zeros) ?? 0
    return 1...1_000_000_000_000 ~= number ? number : nil
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : greatestCommonDivisor(right, left % right)
  }
}

extension Shares {
  /// The set into which a group is drawn, by the keyed hash of the group.
  func draw(_ group: UInt64) -> Int {
    var (winner, smallest) = (0, Double.infinity)
    for set in bytes.indices {
      let number = number(of: group, in: set)
      if number < smallest { (winner, smallest) = (set, number) }
    }
    return winner
  }

  /// What a set has for a group: the smallest wins.
  ///
  /// It is −ln(u) divided by the weight, of a u in (0, 1) that the hash of the set's name, keyed
  /// by that of the group, tells.
  func number(of group: UInt64, in set: Int) -> Double {
    var hash = SipHash(k0: group)
    let name = bytes[set]
    hash.append(name.span)
    return Logarithm.negative(ofFraction: hash.finish()) * reciprocals[set]
  }
}
