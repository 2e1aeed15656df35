/// Values of text, of which one is looked up without a copy of the cell.
struct TextSet {
  /// The values one after the other, and where each begins.
  private var bytes: [UInt8] = []
  private var starts = [0]
  /// For each slot the value's number, from 1; 0 is free, as at least half are.
  private var slots: [Int32]
  private let matchesCase: Bool
  /// Which lengths there are, those from 63 on together.
  private var lengths: UInt64 = 0

  init(_ values: [String], matchesCase: Bool) {
    self.matchesCase = matchesCase
    var capacity = 4
    while capacity < 2 * values.count { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    bytes.reserveCapacity(values.reduce(0) { $0 + $1.utf8.count })
    starts.reserveCapacity(values.count + 1)
    for value in values { insert(value) }
  }

  /// A value that is there already is taken off again.
  private mutating func insert(_ value: String) {
    let start = bytes.count
    let isASCII = value.utf8.allSatisfy { $0 < 0x80 }
    bytes.append(contentsOf: (matchesCase || isASCII ? value : value.lowercased()).utf8)
    if !matchesCase {
      for index in start..<bytes.count { bytes[index] = LetterCase.fold(bytes[index]) }
    }
    guard case .free(let slot) = find(bytes.span.extracting(start...)) else {
      bytes.removeSubrange(start...)
      return
    }
    lengths |= 1 << UInt64(min(63, bytes.count - start))
    starts.append(bytes.count)
    slots[slot] = Int32(starts.count - 1)
  }

  /// Whether the text is one of the values.
  func contains(_ text: borrowing Span<UInt8>) -> Bool {
    if matchesCase || LetterCase.isASCII(text) {
      guard lengths & 1 << UInt64(min(63, text.count)) != 0 else { return false }
      return find(text) == .found
    }
    return LetterCase.withComparable(text, matchesCase: false) { find($0) == .found }
  }

  private enum Place: Equatable { case found, free(Int) }

  private func find(_ text: borrowing Span<UInt8>) -> Place {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(text)) & mask
    while slots[slot] != 0 {
      if equals(Int(slots[slot]) - 1, text) { return .found }
      slot = (slot + 1) & mask
    }
    return .free(slot)
  }

  private func equals(_ number: Int, _ text: borrowing Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == text.count else { return false }
    for index in text.indices where bytes[start + index] != comparable(text[index]) {
      return false
    }
    return true
  }

  /// FNV-1a with its bits mixed at the end; the values are the user's own, so nobody attacks.
  private func hash(_ text: borrowing Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in text.indices {
      hash = (hash ^ UInt64(comparable(text[index]))) &* 0x0000_0100_0000_01B3
    }
    return hash ^ hash >> 29
  }

  @inline(__always)
  private func comparable(_ byte: UInt8) -> UInt8 { matchesCase ? byte : LetterCase.fold(byte) }
}
