import Records

/// Finds the best record of each picture for which several were offered.
struct Contest {
  private var best: [Int: Contender] = [:]
  private var taken: Set<Int> = []

  /// Takes up a record of a picture; whether it is the best so far.
  @discardableResult
  mutating func offer(_ contender: Contender, for picture: Int) -> Bool {
    if let known = best[picture], known < contender { return false }
    best[picture] = contender
    return true
  }

  /// Whether this is the record to be kept of a picture; true once for each.
  mutating func takeWinner(of picture: Int, _ contender: Contender) -> Bool {
    best[picture] == contender && taken.insert(picture).inserted
  }

  /// Whether nothing was offered.
  var isEmpty: Bool { best.isEmpty }

  /// The best record of a picture.
  func winner(of picture: Int) -> Contender? { best[picture] }

  /// The pictures in the order in which they are to be kept.
  var order: [Int] { best.sorted { $0.value < $1.value }.map(\.key) }
}
