import Testing

@testable import Values

struct LicenceCorpusTests {
  @Test(.enabled(if: LicenceCorpus.isThere))
  func `every URL and enum of Creative Commons in real data is understood`() throws {
    let counts = try LicenceCorpus().counts
    let plain = counts.keys.filter { text in
      !text.contains(" ")
        && (text.contains("creativecommons.org/") || text.hasPrefix("CC_") || text.hasPrefix("CC0"))
    }
    #expect(plain.count > 10)
    for text in plain { #expect(Licence(text) != .unknown, "\(text)") }
    for (text, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
    where Licence(text) == .unknown {
      print("unknown: \(count) × '\(text.prefix(120))'")
    }
  }
}
