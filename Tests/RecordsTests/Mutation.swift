import Trials

/// Changes that make a record another record, or something that only looks like one.
enum Mutation: CaseIterable {
  case replace, insert, remove, swap, `repeat`, cut

  /// Bytes that mean something in JSON, or nearly so.
  private static let bytes =
    Array(#""\{}[]:,  -+.eE019tfnulrsxé/"#.utf8) + [0, 9, 13, 0x1F, 0x7F, 0xFF]

  static func apply(to record: [UInt8], using generator: inout SplitMix) -> [UInt8] {
    var mutant = record
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !mutant.isEmpty {
      allCases.randomElement(using: &generator)?.change(&mutant, &generator)
    }
    return mutant
  }

  private func change(_ bytes: inout [UInt8], _ generator: inout SplitMix) {
    let place = Int.random(in: bytes.indices, using: &generator)
    let byte = Self.bytes.randomElement(using: &generator) ?? 0
    let end = min(bytes.count, place + Int.random(in: 1...20, using: &generator))
    switch self {
    case .replace: bytes[place] = byte
    case .insert: bytes.insert(byte, at: place)
    case .remove: bytes.remove(at: place)
    case .swap: bytes.swapAt(place, Int.random(in: bytes.indices, using: &generator))
    case .repeat: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case .cut: bytes.removeSubrange(place..<end)
    }
  }
}
