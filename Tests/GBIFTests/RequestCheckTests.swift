import Testing

@testable import gbif_post

/// What is said of a request in JSON before it is sent.
struct RequestCheckTests {
  private func warnings(_ text: String) throws -> [String] {
    try RequestCheck.warnings(of: Array(text.utf8), named: "p.json")
  }

  private static let year = #"{"type":"equals","key":"YEAR","value":"2010"}"#

  @Test(arguments: [
    year, #"{"predicate":\#(year),"format":"DWCA"}"#,
    #"{"type":"not","predicate":{"type":"isNull","parameter":"YEAR"}}"#,
    #"{"type":"or","predicates":[{"type":"not","predicate":\#(year)},{"type":"isNull","parameter":"YEAR"}]}"#,
  ])
  func `nothing is said of these`(_ text: String) throws {
    #expect(try warnings(text).isEmpty)
  }

  @Test(arguments: [
    #"{"type":"soundsLike","key":"YEAR","value":"2010"}"#,
    #"{"type":"equals","key":"COLOUR","value":"red"}"#,
    #"{"type":"equals","key":"YEAR","value":"2010","tolerance":1}"#,
    #"{"type":"equals","key":"MEDIA_TYPE","value":"Hologram"}"#,
    #"{"type":"equals","key":"YEAR","value":"1900,*"}"#,
    #"{"type":"equals","key":"COUNTRY","value":"DENMARK"}"#,
    #"{"type":"within","geometry":"POINT (1 2)"}"#,
  ])
  func `GBIF may know more than is known here`(_ text: String) throws {
    let warnings = try warnings(text)
    #expect(warnings.count == 1)
    #expect(warnings.first?.hasSuffix(", as far as is known here") == true)
  }

  @Test(arguments: [
    #"{"type":"equals","key":"YEAR","value":"MMX"}"#, #"{"type":"equals","key":"YEAR"}"#,
    #"{"type":"in","key":"YEAR","values":[]}"#, #"{"type":"and","predicates":[]}"#,
    #"{"type":"lessThan","key":"LOCALITY","value":"a"}"#,
    #"{"type":"like","key":"YEAR","value":"20*"}"#,
    #"{"type":"equals","key":"DATASET_KEY","value":"x"}"#,
    #"{"type":"within","geometry":"POLYGON ((1 2"}"#,
  ])
  func `GBIF refuses these for certain`(_ text: String) throws {
    #expect(throws: (any Error).self) { try warnings(text) }
  }

  @Test(arguments: [
    #"{"type":"not","predicate":\#(year)}"#,
    #"{"type":"and","predicates":[\#(year),{"type":"not","predicate":\#(year)}]}"#,
    #"{"type":"or","predicates":[{"type":"not","predicate":\#(year)},{"type":"isNull","parameter":"DAY"}]}"#,
    #"{"type":"not","predicate":{"type":"or","predicates":[\#(year),{"type":"isNull","parameter":"DAY"}]}}"#,
  ])
  func `of 'not' it is said what GBIF leaves out`(_ text: String) throws {
    #expect(try warnings(text).first?.hasPrefix("p.json: under 'not' GBIF leaves out") == true)
  }

  private func taxa(_ count: Int) -> String {
    let values = (0..<count).map(String.init).joined(separator: ",")
    let list = #"{"type":"in","key":"TAXON_KEY","values":[\#(values)]}"#
    return #"{"type":"and","predicates":[\#(list),\#(Self.year)]}"#
  }

  private func ring(_ count: Int) -> String {
    let points = (1..<count - 1).map { "0.\(100_000 + $0) 1" } + ["1 1"]
    let ring = ["0 0", "1 0", "1 1"] + points.reversed().dropFirst() + ["0 0"]
    return
      #"{"type":"within","geometry":"POLYGON ((\#(ring.prefix(count - 1).joined(separator: ", ")), 0 0))"}"#
  }

  @Test func `GBIF takes 101,000 values and comparisons`() throws {
    #expect(try warnings(taxa(100_999)).isEmpty)
    let error = #expect(throws: (any Error).self) { try warnings(taxa(101_000)) }
    #expect(
      error.map { "\($0)" } == "p.json: 101001 values and comparisons, and GBIF takes 101000")
  }

  @Test(arguments: [(10_000, "more than 10,000 points"), (5000, "10001 points of regions")])
  func `GBIF takes 10,000 points of regions, all together`(_ count: Int, _ words: String) throws {
    let regions = #"{"type":"or","predicates":[\#(ring(count)),\#(ring(count + 1))]}"#
    let error = #expect(throws: (any Error).self) { try warnings(regions) }
    #expect(error.map { "\($0)".contains(words) } == true)
  }
}
