import Records

/// Where every group goes.
///
/// What must be known of all records first comes in by `survey` and, where species are held out,
/// by `holdOut` thereafter; `settle` ends that.
struct Placement {
  private(set) var sets: SetNames
  private let shares: Shares
  private var earlier = EarlierSets()
  private var species: HoldOut?
  private var strata: Strata?
  private var heldOut = GroupTable()
  private var dealt: [UInt16] = []
  /// How many groups are in several strata.
  private(set) var mixedGroups = 0

  /// Groups are drawn into `shares`, or dealt where `isExact`; species with fewer than
  /// `holdOutBelow` records are held out.
  init(_ shares: Shares, isExact: Bool = false, holdOutBelow: Int? = nil) {
    self.shares = shares
    sets = SetNames(names: shares.names)
    strata = isExact ? Strata() : nil
    species = holdOutBelow.map { HoldOut(below: $0) }
    if species != nil { _ = sets.number(of: SetNames.heldOut) }
  }

  /// Whether any group has a set since earlier.
  var hasEarlier: Bool { !earlier.isEmpty }

  /// Whether all records must be seen before the first can be placed.
  var waits: Bool { strata != nil || species != nil }

  /// Notes where a record is since earlier; gives the name of the set in which its group is.
  mutating func noteEarlier(_ traits: Traits, in name: String) -> String {
    species?.noteEarlier(traits.species, isHeldOut: name == SetNames.heldOut)
    let kept = earlier.note(traits.group, in: sets.number(of: name))
    return sets.names[kept]
  }

  /// Counts a record.
  mutating func survey(_ traits: Traits) {
    strata?.add(traits.group, traits.stratum)
    let set = earlier.set(of: traits.group)
    let isElsewhere = set.map { !isHeldOut($0) } ?? false
    species?.count(traits.species, isElsewhere: isElsewhere)
  }

  /// How many species are held out.
  var heldOutSpecies: Int { species?.speciesCount ?? 0 }

  /// Takes the whole group of a record along whose species is held out, lest the group be in two
  /// sets.
  mutating func holdOut(_ traits: Traits) {
    if holdsOut(traits.species) { _ = heldOut.number(of: traits.group) }
  }

  /// Whether a species is held out.
  func holdsOut(_ name: UInt64?) -> Bool { species?.holdsOut(name) ?? false }

  /// Decides what had to wait for all records.
  mutating func settle() {
    guard let strata else { return }
    var deal = Deal(strata, shares)
    dealt = deal.sets { decidedSet(of: $0) }
    mixedGroups = deal.countOfMixed
  }

  /// The number of the set of a group.
  func set(of group: UInt64) -> Int {
    if let set = decidedSet(of: group) { return set }
    guard let strata else { return shares.draw(group) }
    return strata.number(of: group).map { Int(dealt[$0]) } ?? shares.draw(group)
  }

  /// Whether a set is that of the species that are held out.
  func isHeldOut(_ set: Int) -> Bool { set == sets.heldOut }

  private func decidedSet(of group: UInt64) -> Int? {
    if let set = earlier.set(of: group) { return set }
    if heldOut.count == 0 || heldOut.existingNumber(of: group) == nil { return nil }
    return sets.heldOut
  }
}
