extension SplitMix {
  /// The bytes with one to four changes: another value, an extreme one, one more, one less, or
  /// a cut.
  public mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0..<4, using: &self) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &self)
      switch Int.random(in: 0..<16, using: &self) {
      case 0: bytes.insert(UInt8.random(in: 0...255, using: &self), at: index)
      case 1: bytes.remove(at: index)
      case 2: bytes.removeSubrange(index...)
      case 3...8: bytes[index] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF].randomElement(using: &self) ?? 0
      default: bytes[index] = UInt8.random(in: 0...255, using: &self)
      }
    }
    return bytes
  }
}
