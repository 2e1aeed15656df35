/// The names of all sets of a run, by their numbers.
struct SetNames {
  /// The set of the species that are held out: out of the distribution that a model learns.
  static let heldOut = "test_ood"

  private(set) var names: [String]
  /// The number of the set that has that name, if one has.
  private(set) var heldOut: Int?

  init(names: [String]) {
    self.names = names
    heldOut = names.firstIndex(of: Self.heldOut)
  }

  /// The number of a set, a new one where the name was not met before.
  mutating func number(of name: String) -> Int {
    if let number = names.firstIndex(of: name) { return number }
    names.append(name)
    if name == Self.heldOut { heldOut = names.count - 1 }
    return names.count - 1
  }

  /// Whether a name will do for a set, also as a part of the name of a file: letters of ASCII,
  /// digits, `_`, `-` and `.`, 64 at most, of which the first is none of the last two.
  static func isName(_ name: String) -> Bool {
    guard 1...64 ~= name.utf8.count, let first = name.utf8.first else { return false }
    return isWord(first)
      && name.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
