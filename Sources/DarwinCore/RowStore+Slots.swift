extension RowStore {
  /// Where the last row of an identifier is (48 bits), with 15 bits of its hash, which tell it
  /// from most others at once, and a bit that says whether it was found.
  struct Slot: BitwiseCopyable {
    private var bits: UInt64 = 0
    private static let positionMask: UInt64 = 0xFFFF_FFFF_FFFF
    private static let hashMask: UInt64 = 0x7FFF << 48
    private static let foundBit: UInt64 = 1 << 63

    static let empty = Slot()

    init() {}

    init(position: Int, hash: UInt64) { bits = UInt64(position) | hash & Self.hashMask }

    var isEmpty: Bool { bits == 0 }
    var position: Int { Int(bits & Self.positionMask) }
    func mayHave(_ hash: UInt64) -> Bool { (bits ^ hash) & Self.hashMask == 0 }

    var isFound: Bool {
      get { bits & Self.foundBit != 0 }
      set { bits = newValue ? bits | Self.foundBit : bits & ~Self.foundBit }
    }
  }

  /// A hash that nobody can prepare identifiers for, as its seed differs in every run; nothing
  /// that comes out depends on it.
  func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(id.count)
    let bytes = UnsafeRawBufferPointer(id)
    var offset = 0
    while offset + 8 <= id.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = Self.mix(hash ^ word)
      offset += 8
    }
    var last: UInt64 = 0
    while offset < id.count {
      last = unsafe last << 8 | UInt64(id[offset])
      offset += 1
    }
    return Self.mix(hash ^ last)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
