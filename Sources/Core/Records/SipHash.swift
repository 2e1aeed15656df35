/// SipHash-2-4, a keyed hash of 64 bits (Aumasson and Bernstein, 2012).
///
/// The same bytes and seed give the same hash in every process, on every machine, in every
/// version: samples and splits depend on it.
public struct SipHash {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  /// The bytes since the last whole word, lowest first.
  private var tail: UInt64 = 0
  private var count = 0

  /// A hash under the key (`k0`, `k1`); our seeds are `k0`, and `k1` is 0.
  public init(k0: UInt64, k1: UInt64 = 0) {
    v0 = k0 ^ 0x736f_6d65_7073_6575
    v1 = k1 ^ 0x646f_7261_6e64_6f6d
    v2 = k0 ^ 0x6c79_6765_6e65_7261
    v3 = k1 ^ 0x7465_6462_7974_6573
  }

  /// Adds bytes; how they are divided among calls changes nothing.
  public mutating func append(_ bytes: borrowing Span<UInt8>) {
    for index in bytes.indices { append(bytes[index]) }
  }

  /// Adds one byte.
  public mutating func append(_ byte: UInt8) {
    tail |= UInt64(byte) << UInt64(8 * (count & 7))
    count += 1
    if count & 7 == 0 { compressTail() }
  }

  /// The hash of all bytes so far.
  public consuming func finish() -> UInt64 {
    tail |= UInt64(count & 0xFF) << 56
    compressTail()
    v2 ^= 0xFF
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  private mutating func compressTail() {
    v3 ^= tail
    round()
    round()
    v0 ^= tail
    tail = 0
  }

  private mutating func round() {
    v0 &+= v1
    v2 &+= v3
    v1 = rotate(v1, 13) ^ v0
    v3 = rotate(v3, 16) ^ v2
    v0 = rotate(v0, 32)
    v2 &+= v1
    v0 &+= v3
    v1 = rotate(v1, 17) ^ v2
    v3 = rotate(v3, 21) ^ v0
    v2 = rotate(v2, 32)
  }

  private func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }
}
