import Testing
import Trials

@testable import occ_split

struct SharesTests {
  @Test(arguments: [
    ("train=80,val=10,test=10", ["train", "val", "test"], [8, 1, 1]), ("a=1", ["a"], [1]),
    ("train=.8", [], []), ("a=0.8,b=0.15,c=0.05", ["a", "b", "c"], [16, 3, 1]),
    ("a=0.000001,b=1000000", ["a", "b"], [1, 1_000_000_000_000]),
    ("A_1-x.y=2,2=2", ["A_1-x.y", "2"], [1, 1]), ("a=1.50,b=3", ["a", "b"], [1, 2]),
    ("a=007,b=7", ["a", "b"], [1, 1]),
  ])
  func `shares are read, and only their ratio counts`(
    _ text: String, _ names: [String], _ weights: [Int]
  ) throws {
    if names.isEmpty {
      #expect(throws: SharesError.self) { try Shares(text) }
    } else {
      let shares = try Shares(text)
      #expect(shares.names == names)
      #expect(shares.weights == weights)
    }
  }

  @Test(arguments: [
    "", "a", "a=", "=1", "a=0", "a=-1", "a=+1", "a=1,", "a=1,,b=2", "a=1,a=2", "a=1 ,b=2",
    "a=1e3", "a=1.", "a=1.0000001", "a=1000001", "a=10000000", "a=80%", "a/b=1", ".a=1", "-a=1",
    "å=1", "a=0.0000001", "a=1.2.3", "a=١", "../a=1", "a b=1", "a=0.0,b=1",
    "\(String(repeating: "a", count: 65))=1",
  ])
  func `what tells no shares is refused`(_ text: String) {
    #expect(throws: SharesError.self) { try Shares(text) }
  }

  @Test func `folds have one size`() {
    #expect(Shares(folds: 3).names == ["fold0", "fold1", "fold2"])
    #expect(Shares(folds: 3).weights == [1, 1, 1])
  }

  /// Another version that gives other sets than these would reshuffle every data set there is.
  @Test func `a group is drawn into the same set for ever`() throws {
    let shares = try Shares("train=80,val=10,test=10")
    let sets = (0..<40).map { shares.draw(UInt64($0) &* 0x9E37_79B9_7F4A_7C15) }
    let letters = sets.map { ["t", "v", "x"][$0] }.joined()
    #expect(letters == "tttxttvtvtttxvtvttttvttttttttvttttttttxt")
    let folds = (0..<40).map { "\(Shares(folds: 5).draw(UInt64($0) &* 0x9E37_79B9_7F4A_7C15))" }
    #expect(folds.joined() == "4400414311330434334431203402000202400224")
  }

  @Test(arguments: [
    "train=80,val=10,test=10", "a=1", "a=1,b=2,c=3,d=4", "a=999,b=1", "a=0.5,b=0.5",
  ])
  func `each set has its share in the long run`(_ text: String) throws {
    let shares = try Shares(text)
    var random = SplitMix(seed: 11)
    var counts = shares.names.map { _ in 0.0 }
    let groups = 100_000.0
    for _ in 0..<Int(groups) { counts[shares.draw(random.next())] += 1 }
    let sum = Double(shares.weights.reduce(0, +))
    for (count, weight) in zip(counts, shares.weights) {
      let share = Double(weight) / sum
      // Six times the spread of a binomial distribution.
      #expect(abs(count - groups * share) <= 6 * (groups * share * (1 - share)).squareRoot())
    }
  }

  @Test(arguments: [
    ("train=80,val=10,test=10", "train=80,val=10,test=20", ["test"]),
    ("train=80,val=10,test=10", "train=80,val=10,test=10,more=5", ["more"]),
    ("train=80,val=10,test=10", "train=60,val=10,test=10", ["val", "test"]),
    ("train=80,test=20", "train=80,val=10,test=10", ["val", "train"]),
    ("train=80,val=10,test=10", "test=1,train=8,val=1", []),
    ("a=0.1,b=0.2", "b=200,a=100", []),
  ])
  func `where shares change, groups move into sets that grow, and no others`(
    _ before: String, _ after: String, _ grown: [String]
  ) throws {
    let (before, after) = (try Shares(before), try Shares(after))
    var random = SplitMix(seed: 12)
    var movesSome = false
    for _ in 0..<20_000 {
      let group = random.next()
      let (old, new) = (before.names[before.draw(group)], after.names[after.draw(group)])
      if old == new { continue }
      movesSome = true
      #expect(grown.contains(new))
    }
    #expect(movesSome == !grown.isEmpty)
  }
}
