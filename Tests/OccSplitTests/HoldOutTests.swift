import Testing

@testable import occ_split

struct HoldOutTests {
  @Test(
    arguments: [
      (0, nil, 0, 3, false), (1, nil, 0, 3, true), (2, nil, 0, 3, true), (3, nil, 0, 3, false),
      (1, nil, 0, 1, false),
      // An earlier run decided.
      (9, true, 0, 3, true), (1, false, 0, 3, false),
      // A group that is elsewhere since earlier has a record of it.
      (1, nil, 1, 3, false),
      // Though not where the species is held out since then.
      (1, true, 1, 3, true), (9, true, 1, 3, true),
    ] as [(Int, Bool?, Int, Int, Bool)])
  func `a species with few records is held out, and stays what it was`(
    _ records: Int, _ earlier: Bool?, _ elsewhere: Int, _ minimum: Int, _ expected: Bool
  ) {
    var holdOut = HoldOut(below: minimum)
    if let earlier { holdOut.noteEarlier(7, isHeldOut: earlier) }
    for number in 0..<records { holdOut.count(7, isElsewhere: number < elsewhere) }
    #expect(holdOut.holdsOut(7) == expected)
    #expect(holdOut.speciesCount == (expected ? 1 : 0))
  }

  @Test func `what is no species is never held out`() {
    var holdOut = HoldOut(below: 10)
    holdOut.count(nil, isElsewhere: false)
    holdOut.noteEarlier(nil, isHeldOut: true)
    #expect(!holdOut.holdsOut(nil))
    #expect(holdOut.speciesCount == 0)
  }

  @Test func `an earlier record in another set tells more than one that was held out`() {
    var holdOut = HoldOut(below: 10)
    holdOut.noteEarlier(1, isHeldOut: true)
    holdOut.noteEarlier(1, isHeldOut: false)
    #expect(!holdOut.holdsOut(1))
  }
}
