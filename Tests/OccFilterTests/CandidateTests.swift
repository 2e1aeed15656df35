import Testing

@testable import occ_filter

struct CandidateTests {
  @Test(arguments: [0, 1, 63, 64, 0x0D0A_0D0A, 1 << 63, .max] as [UInt64], [0, 1, 77, 1 << 32])
  func `its text says all of it, and ends no line`(_ hash: UInt64, _ group: Int) {
    let candidate = Candidate(hash: hash, group: group)
    let text = candidate.text
    #expect(Candidate(text: text.span) == candidate)
    #expect(text.indices.allSatisfy { 0x30..<0x70 ~= text[$0] })
    #expect(text.count == Candidate.textLength)
  }
}
