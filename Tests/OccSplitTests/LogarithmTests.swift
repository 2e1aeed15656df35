import Foundation
import Testing
import Trials

@testable import occ_split

struct LogarithmTests {
  @Test func `it is that of the C library, to the last bits`() {
    var random = SplitMix(seed: 1)
    for _ in 0..<20_000 {
      let exact = -log((Double(random.next() >> 12) + 0.5) * 0x1p-52)
      let u = exp(-exact)
      #expect(abs(Logarithm.negative(of: u) + log(u)) <= 4 * abs(log(u)).ulp + 0x1p-53)
    }
  }

  @Test(
    arguments: [
      (0, 0x1p-53), (UInt64.max, 1 - 0x1p-53), (1 << 63, 0.5 + 0x1p-53), (0xFFF, 0x1p-53),
      (0x1000, 0x3p-53),
    ] as [(UInt64, Double)])
  func `a word stands for a number between 0 and 1`(_ word: UInt64, _ u: Double) {
    #expect(Logarithm.negative(ofFraction: word) == Logarithm.negative(of: u))
    #expect(Logarithm.negative(ofFraction: word) > 0)
    #expect(Logarithm.negative(ofFraction: word).isFinite)
  }
}
