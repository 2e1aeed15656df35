import Testing
import Trials

@testable import occ_split

/// Random data sets, in which groups have several species, and records none of either.
struct PlacementTests {
  /// How a run goes.
  struct Mode: CustomTestStringConvertible, Sendable {
    var isExact = false
    var holdOutBelow: Int?

    var testDescription: String { "exact \(isExact), hold out below \(holdOutBelow ?? 0)" }

    func placement(_ shares: Shares) -> Placement {
      Placement(shares, isExact: isExact, holdOutBelow: holdOutBelow)
    }
  }

  static let modes = [
    Mode(), Mode(isExact: true), Mode(holdOutBelow: 4), Mode(isExact: true, holdOutBelow: 4),
  ]

  @Test(arguments: modes)
  func `no species that is held out is in another set`(_ mode: Mode) throws {
    for seed in 0..<10 as Range<UInt64> {
      var random = SplitMix(seed: seed)
      let records = Self.records(&random, count: 400)
      let run = try Self.run(records, mode)
      for species in Set(records.compactMap(\.species)) {
        let inIt = records.indices.filter { records[$0].species == species }
        let isRare = inIt.count < mode.holdOutBelow ?? 0
        #expect(run.placement.holdsOut(species) == isRare)
        if isRare { #expect(inIt.allSatisfy { run.sets[$0] == SetNames.heldOut }) }
      }
      if mode.holdOutBelow == nil { #expect(!run.sets.contains(SetNames.heldOut)) }
    }
  }

  @Test(arguments: modes)
  func `a record is held out only for its species or its group`(_ mode: Mode) throws {
    var random = SplitMix(seed: 99)
    let records = Self.records(&random, count: 400)
    let run = try Self.run(records, mode)
    for (index, record) in records.enumerated() where run.sets[index] == SetNames.heldOut {
      let inGroup = records.filter { $0.group == record.group }
      #expect(inGroup.contains { run.placement.holdsOut($0.species) })
    }
  }

  @Test(arguments: modes)
  func `another order gives the same sets`(_ mode: Mode) throws {
    var random = SplitMix(seed: 5)
    let records = Self.records(&random, count: 500)
    let sets = Self.byGroup(records, try Self.run(records, mode).sets)
    for _ in 0..<5 {
      let shuffled = records.shuffled(using: &random)
      #expect(Self.byGroup(shuffled, try Self.run(shuffled, mode).sets) == sets)
    }
  }

  @Test func `a data set that grows keeps the sets that it has`() throws {
    var random = SplitMix(seed: 6)
    let records = Self.records(&random, count: 800)
    let first = Array(records.prefix(300))
    let before = Self.byGroup(first, try Self.run(first).sets)
    let after = Self.byGroup(records, try Self.run(records).sets)
    #expect(before.allSatisfy { after[$0.key] == $0.value })
  }

  @Test(arguments: modes)
  func `with those of an earlier run every mode keeps them`(_ mode: Mode) throws {
    for seed in 0..<10 as Range<UInt64> {
      var random = SplitMix(seed: seed)
      let records = Self.records(&random, count: 600)
      let earlier = Array(records.prefix(Int(random.next() % 500)))
      let before = try Self.run(earlier, mode)
      let after = try Self.run(records, mode, previous: Array(zip(earlier, before.sets)))
      let sets = Self.byGroup(records, after.sets)
      #expect(Self.byGroup(earlier, before.sets).allSatisfy { sets[$0.key] == $0.value })
      // A species that is held out is in another set only with a group that was there.
      let groups = Set(earlier.map(\.group))
      for index in records.indices where after.placement.holdsOut(records[index].species) {
        let isNew = !groups.contains(records[index].group)
        if isNew { #expect(after.sets[index] == SetNames.heldOut) }
      }
    }
  }

  @Test func `a group of an earlier run in two sets is told`() throws {
    var placement = Placement(try Shares("a=1,b=1"))
    #expect(placement.noteEarlier(Traits(group: 1), in: "a") == "a")
    #expect(placement.noteEarlier(Traits(group: 2), in: "other") == "other")
    #expect(placement.noteEarlier(Traits(group: 1), in: "b") == "a")
    #expect(placement.sets.names == ["a", "b", "other"])
    #expect(placement.set(of: 2) == 2)
  }

  private static func records(_ random: inout SplitMix, count: Int) -> [Traits] {
    let groups = (0..<count / 2).map { _ in random.next() }
    return (0..<count).map { _ in
      // The higher the rarer.
      let species = random.next() % 60 * (random.next() % 60) / 59
      let isNone = random.next() % 20 == 0
      // Most groups are of one species.
      let group = random.next() % 4 == 0 ? random.next() : species &* 3 &+ random.next() % 3
      return Traits(
        group: groups[Int(group % UInt64(groups.count))], species: isNone ? nil : species,
        stratum: isNone ? nil : species)
    }
  }

  private static func run(
    _ records: [Traits], _ mode: Mode = Mode(), previous: [(Traits, String)] = []
  ) throws -> (placement: Placement, sets: [String]) {
    var placement = mode.placement(try Shares("train=80,val=10,test=10"))
    for (traits, set) in previous { #expect(placement.noteEarlier(traits, in: set) == set) }
    for record in records { placement.survey(record) }
    for record in records { placement.holdOut(record) }
    placement.settle()
    return (placement, records.map { placement.sets.names[placement.set(of: $0.group)] })
  }

  /// The set of each group; a group in two fails.
  private static func byGroup(_ records: [Traits], _ sets: [String]) -> [UInt64: String] {
    Dictionary(zip(records.map(\.group), sets)) { first, second in
      #expect(first == second)
      return first
    }
  }
}
