internal import CSIMD

/// Proves, 64 bytes at a time, that bytes are UTF-8 (RFC 3629 section 4).
///
/// The continuations must stand exactly where the leads before them want them. After E0, ED,
/// F0 and F4 the first continuation has narrower bounds, which keep out what is longer than
/// need be, surrogates, and what lies beyond U+10FFFF.
struct UTF8Proof {
  // The leads at the end of the block before, which want something of this one.
  private var lead2: UInt64 = 0
  private var lead3: UInt64 = 0
  private var lead4: UInt64 = 0
  private var e0: UInt64 = 0
  private var ed: UInt64 = 0
  private var f0: UInt64 = 0
  private var f4: UInt64 = 0

  /// Whether the next block must begin with a continuation.
  var isPending: Bool { (lead2 | lead3 | lead4) >> 61 != 0 }

  /// The places in a block where the bytes are not UTF-8.
  mutating func wrong(in block: utf8_masks) -> UInt64 {
    let leads3 = follow(block.lead3, lead3, by: 1) | follow(block.lead3, lead3, by: 2)
    let leads4 =
      follow(block.lead4, lead4, by: 1) | follow(block.lead4, lead4, by: 2)
      | follow(block.lead4, lead4, by: 3)
    let wanted = follow(block.lead2, lead2, by: 1) | leads3 | leads4
    var wrong = block.never | wanted ^ block.continuation
    wrong |= follow(block.e0, e0, by: 1) & ~block.fromA0
    wrong |= follow(block.ed, ed, by: 1) & block.fromA0
    wrong |= follow(block.f0, f0, by: 1) & ~block.from90
    wrong |= follow(block.f4, f4, by: 1) & block.from90
    (lead2, lead3, lead4) = (block.lead2 & 1 << 63, block.lead3, block.lead4)
    (e0, ed, f0, f4) = (block.e0, block.ed, block.f0, block.f4)
    return wrong
  }

  /// A block without any byte of 80 and above, after one that wants nothing of it.
  mutating func passOver() { self = UTF8Proof() }

  /// The places that many bytes after those of `leads`, in this block and from the one before.
  @inline(__always)
  private func follow(_ leads: UInt64, _ before: UInt64, by distance: UInt64) -> UInt64 {
    leads << distance | before >> (64 - distance)
  }
}
