import Records

/// Finds the best record of each picture that has several.
struct Contest {
  /// The best so far; `nil` once it was taken.
  private var best: [PictureHash: Contender?] = [:]

  /// Looks at all records of pictures that have several.
  mutating func hold(_ reader: consuming PutByReader, _ groups: Groups) throws {
    while let standing = try reader.nextStanding() {
      let identity = reader.identity
      let record = try reader.record()
      guard case .picture(let picture) = standing, groups.isRepeated(picture) else { continue }
      let contender = Contender(record, identity)
      if let known = best[picture] ?? nil, known < contender { continue }
      best[picture] = contender
    }
  }

  /// Whether this is the record to be kept of a picture; true once for each.
  mutating func takeWinner(
    of picture: PictureHash, _ record: borrowing Record, _ identity: Identity
  ) -> Bool {
    guard let contender = best[picture] else { return true }
    guard let contender, Contender(record, identity) == contender else { return false }
    best[picture] = .some(nil)
    return true
  }
}
