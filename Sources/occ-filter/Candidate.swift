/// A record put by until all have been seen: what decides about it.
struct Candidate: Equatable {
  /// The keyed hash of its key; 0 where that does not matter.
  var hash: UInt64
  /// The number of its group.
  var group: Int
}

/// A candidate as text of one length, in characters that end no line.
extension Candidate {
  static let textLength = 17
  /// 11 times 6 bits hold a hash, and 6 times 6 the number of a group.
  private static let hashLength = 11
  private static let firstDigit = UInt8(ascii: "0")

  var text: InlineArray<17, UInt8> {
    var text = InlineArray<17, UInt8>(repeating: 0)
    var (hash, group) = (hash, UInt64(group))
    for index in text.indices {
      let digit = index < Self.hashLength ? hash & 63 : group & 63
      text[index] = Self.firstDigit + UInt8(digit)
      if index < Self.hashLength { hash >>= 6 } else { group >>= 6 }
    }
    return text
  }

  init(text: borrowing Span<UInt8>) {
    (hash, group) = (0, 0)
    for index in text.indices.reversed() {
      let digit = text[index] &- Self.firstDigit
      if index < Self.hashLength {
        hash = hash << 6 | UInt64(digit)
      } else {
        group = group << 6 | Int(digit)
      }
    }
  }
}
