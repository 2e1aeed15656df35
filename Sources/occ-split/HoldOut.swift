import Records

/// Decides which species are held out: those with too few records that no model has learned.
///
/// One that an earlier run knew stays what it was, however many records it has by now; a new one
/// with a record that is surely elsewhere is not held out.
struct HoldOut {
  private struct Species {
    var count = 0
    /// Whether an earlier run held a record of it out.
    var wasHeldOut = false
    /// Whether an earlier run had a record of it in another set.
    var wasElsewhere = false
    /// Whether a record of it is surely in another set.
    var isElsewhere = false
  }

  private let minimum: Int
  private var table = GroupTable()
  private var species: [Species] = []

  /// Holds species with fewer than `minimum` records out.
  init(below minimum: Int) { self.minimum = minimum }

  /// Notes where a record of the earlier run is.
  mutating func noteEarlier(_ name: UInt64?, isHeldOut: Bool) {
    guard let name else { return }
    let number = number(of: name)
    if isHeldOut { species[number].wasHeldOut = true } else { species[number].wasElsewhere = true }
  }

  /// Counts a record; `isElsewhere` where its group is in another set since earlier.
  mutating func count(_ name: UInt64?, isElsewhere: Bool) {
    guard let name else { return }
    let number = number(of: name)
    species[number].count += 1
    if isElsewhere { species[number].isElsewhere = true }
  }

  /// Whether a species is held out; what is none never is.
  func holdsOut(_ name: UInt64?) -> Bool {
    guard let name, let number = table.existingNumber(of: name) else { return false }
    return holdsOut(species[number])
  }

  /// How many species of those that were counted are held out.
  var speciesCount: Int { species.count { $0.count > 0 && holdsOut($0) } }

  private func holdsOut(_ species: Species) -> Bool {
    if species.wasHeldOut || species.wasElsewhere { return !species.wasElsewhere }
    return !species.isElsewhere && species.count < minimum
  }

  private mutating func number(of name: UInt64) -> Int {
    let number = table.number(of: name)
    if number == species.count { species.append(Species()) }
    return number
  }
}
