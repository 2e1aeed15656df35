/// What became of the records of a run.
struct Tally {
  /// How many records and groups a set has.
  struct Row {
    var records = 0
    var groups = DistinctCount()
  }

  private(set) var rows: [Row]
  /// How many records are in the group of their id as they have no field of `--by`.
  private(set) var ofID = 0
  /// How many records of species that are held out there are.
  private(set) var heldOut = 0
  /// How many of these are with their groups in other sets since earlier.
  private(set) var heldOutElsewhere = 0
  /// How many records of others share a group with one of these.
  private(set) var besideHeldOut = 0
  /// How many records tell no species, where some are held out.
  private(set) var withoutSpecies = 0
  /// What became of the numbers of species.
  var classes: ClassTally?

  init(sets: Int) { rows = Array(repeating: Row(), count: sets) }

  /// Counts a record.
  mutating func note(_ group: UInt64, in set: Int, isOfID: Bool) {
    rows[set].records += 1
    rows[set].groups.note(group)
    if isOfID { ofID += 1 }
  }

  /// Counts a record by its species, where some are held out.
  mutating func note(_ species: UInt64?, isHeldOut: Bool, isInItsSet: Bool) {
    if isHeldOut { heldOut += 1 } else if isInItsSet { besideHeldOut += 1 }
    if isHeldOut, !isInItsSet { heldOutElsewhere += 1 }
    if species == nil { withoutSpecies += 1 }
  }
}
