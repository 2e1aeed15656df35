import Foundation
import GBIF
import Records
import Testing

/// The records that are made of what GBIF's search gives.
struct OccurrenceRecordsTests {
  private func lines(
    _ json: String, _ change: (inout OccurrenceRecords) -> Void = { _ in }
  ) throws -> [String] {
    var records = OccurrenceRecords()
    change(&records)
    let lines = records.lines(of: try JSONTree(Array(json.utf8)))
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    (
      #""year":2010,"x":1.50e0,"isInCluster":false"#,
      #","year":"2010","x":"1.50e0","isInCluster":"false""#
    ),
    (#""a":"","b":null,"c":[],"d":{},"e":[{"x":1}],"f":{"g":1}"#, ""),
    (#""issues":["A","B"],"networkKeys":["k"]"#, #","issue":"A;B","networkKeys":"k""#),
    (#""recordedByIDs":[{"type":"ORCID","value":"o"},{"value":"p"}]"#, #","recordedByID":"o;p""#),
    (
      #""recordedByID":"own","recordedByIDs":[{"value":"p"}]"#,
      #","recordedByID":"own","recordedByIDs":"p""#
    ),
    (
      #""gadm":{"level0":{"gid":"DNK","name":"Denmark"},"level1":{"gid":"DNK.2_1"}}"#,
      #","level0Gid":"DNK","level0Name":"Denmark","level1Gid":"DNK.2_1""#
    ),
    (#""http://unknown.org/nick":"n","http://x.org/y#z":"1""#, #","nick":"n","z":"1""#),
    (
      #""http://unknown.org/species":"s","species":"t""#,
      #","http://unknown.org/species":"s","species":"t""#
    ),
    (
      #""http://unknown.org/image":"s","http://a.org/k":"1","http://b.org/k":"2""#,
      #","http://unknown.org/image":"s","k":"1","http://b.org/k":"2""#
    ),
    (#""locality":"a \"b\"\u00e9\n""#, #","locality":"a \"b\"é\n""#),
  ])
  func `a term is a string under its simple name`(_ members: String, _ expected: String) throws {
    let lines = try lines(#"{"key":7,\#(members),"gbifID":"7"}"#) { $0.includesAll = true }
    #expect(lines == [#"{"gbifID":"7"\#(expected)}"#])
  }

  private static let two =
    #"{"key":7,"media":[{"type":"Sound","n":1,"x":null},{"identifier":"u"}]}"#

  @Test func `each media item is a record with its occurrence`() throws {
    #expect(
      try lines(Self.two) == [
        #"{"gbifID":"7","media":{"type":"Sound","n":"1"}}"#,
        #"{"gbifID":"7","media":{"identifier":"u"}}"#,
      ])
  }

  @Test func `nested they are one record`() throws {
    #expect(
      try lines(Self.two) { $0.isNested = true }
        == [#"{"gbifID":"7","media":[{"type":"Sound","n":"1"},{"identifier":"u"}]}"#])
  }

  @Test(arguments: [#"{"key":7,"media":[]}"#, #"{"key":7}"#])
  func `an occurrence without media is a record when all are wanted`(_ json: String) throws {
    #expect(try lines(json).isEmpty)
    #expect(try lines(json) { $0.includesAll = true } == [#"{"gbifID":"7"}"#])
  }

  /// Answers that were recorded.
  private static let answers = [
    "pygbif/test_search_identified_by_id.00", "pygbif/test_search_recorded_by_id.00",
    "rgbif/occ_search.00", "rgbif/occ_search.01", "rgbif/occ_search_depth.01",
    "rgbif/occ_search_lifeStage.00", "rgbif/occ_search_many_inputs.00",
    "rgbif/occ_search_speciesKey.00", "rgbif/occ_data_occurrenceId.00",
  ]

  @Test(
    .enabled(if: Recorded.isThere, "no recorded answers beside the package"), arguments: answers)
  func `recorded answers lose nothing but objects`(_ name: String) throws {
    let bytes = try Recorded.answer("\(name).GET.200.json")
    let page = try SearchPage(answer: bytes)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let results = try #require(answer["results"] as? [[String: Any]])
    #expect(page.occurrences.count == results.count && !results.isEmpty)
    var records = OccurrenceRecords()
    records.includesAll = true
    for (occurrence, result) in zip(page.occurrences, results) {
      let lines = try records.lines(of: occurrence).map {
        try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
      }
      let media = result["media"] as? [[String: Any]] ?? []
      #expect(lines.count == max(1, media.count))
      for line in lines { try compare(line, result) }
      #expect(lines.compactMap { $0["media"] as? [String: String] } == media as? [[String: String]])
    }
  }

  private func compare(_ record: [String: Any], _ result: [String: Any]) throws {
    #expect(record["gbifID"] as? String == result["gbifID"] as? String)
    #expect(record["key"] == nil)
    let texts = result.compactMapValues { $0 as? String }.filter { !$0.key.contains("://") }
    for (name, text) in texts { #expect(record[name] as? String == text, "\(name)") }
    let issues = try #require(result["issues"] as? [String])
    #expect(record["issue"] as? String == (issues.isEmpty ? nil : issues.joined(separator: ";")))
    #expect(record.allSatisfy { $0.key == "media" || $0.value is String })
    let scalars = result.filter { !($0.value is [Any]) && !($0.value is [String: Any]) }
    #expect(record.count >= scalars.count - 1)
  }
}
