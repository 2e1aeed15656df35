import GBIF
import Testing

/// What is posted.
struct DownloadRequestTests {
  private static let predicate = #"{"type":"equals","key":"TAXON_KEY","value":"1"}"#

  private func body(
    _ text: String, creator: String? = nil,
    _ change: (inout DownloadRequest.Options) -> Void = { _ in }
  ) throws -> String {
    var options = DownloadRequest.Options()
    change(&options)
    let request = try DownloadRequest(
      Array(text.utf8), named: "p.json", creator: creator, options)
    return String(decoding: request.json, as: UTF8.self)
  }

  @Test(arguments: [
    predicate, "\n \(predicate)\n", #"{"type":"not","predicate":\#(predicate)}"#,
    #"{ "predicates" : [ ], "type" : "and" }"#, #"{"type":"isNull","parameter":"YEAR"}"#,
  ])
  func `a bare predicate is put into a request`(_ text: String) throws {
    let trimmed = text.trimmingPrefix { $0.isWhitespace }.split(separator: "\n")[0]
    #expect(
      try body(text, creator: "demo")
        == #"{"creator":"demo","sendNotification":false,"format":"DWCA","predicate":\#(trimmed)}"#)
  }

  @Test func `options are put beside a predicate`() throws {
    let text = try body(Self.predicate) {
      $0.format = .simpleCSV
      $0.description = "wings \"2\""
      $0.notificationAddresses = ["a@example.org", "b@example.org"]
    }
    #expect(
      text == #"{"notificationAddresses":["a@example.org","b@example.org"],"#
        + #""sendNotification":true,"format":"SIMPLE_CSV","description":"wings \"2\"","#
        + #""predicate":\#(Self.predicate)}"#)
  }

  @Test(arguments: [
    "{\r\n  \"predicate\" : \(predicate) ,\r\n \"format\":\"DWCA\" }\r\n",
    #"{"sql":"SELECT 1 FROM occurrence","format":"SQL_TSV_ZIP"}"#,
    #"{"type":"OCCURRENCE","predicate":\#(predicate),"creator":"x","machineDescription":{"a":[1]}}"#,
  ])
  func `a whole request keeps its bytes`(_ text: String) throws {
    #expect(try body(text, creator: "demo") == text)
  }

  @Test(arguments: [
    (#"{"predicate":1, "format":"DWCA"}"#, #"{"predicate":1, "format":"SPECIES_LIST"}"#),
    (#"{"predicate":1 }"#, #"{"predicate":1 ,"format":"SPECIES_LIST"}"#),
  ])
  func `an option changes one member of a whole request`(_ text: String, _ changed: String) throws {
    #expect(try body(text) { $0.format = .speciesList } == changed)
  }

  @Test(arguments: ["notificationAddresses", "notification_address", "notification_addresses"])
  func `addresses take the place of those that are there, under their name`(
    _ name: String
  ) throws {
    let text = try body(#"{"\#(name)":["old@example.org"],"predicate":1}"#) {
      $0.notificationAddresses = ["new@example.org"]
    }
    #expect(text == #"{"\#(name)":["new@example.org"],"predicate":1,"sendNotification":true}"#)
  }

  @Test(arguments: [
    ("", "p.json: nothing in it, where a predicate or a request for a download is expected"),
    ("[]", "p.json:1:1: a predicate or a request for a download is a JSON object"),
    ("{}", "p.json: neither a predicate nor a request for a download"),
    (#"{"taxonKey":1}"#, "p.json: neither a predicate nor a request for a download"),
    ("{\"type\":\"equals\",\n \"value\":1,}", "p.json:2:12: a name in quotes is expected here"),
    ("{\"type\":\"and\"\n}\n{}", "p.json:3:1: nothing may follow the record's closing brace"),
  ])
  func `anything else is refused where it is wrong`(_ text: String, _ message: String) {
    #expect(throws: ServiceError(.badInput, message)) { try body(text) }
  }

  @Test func `who asks and whether in SQL is read from a request`() throws {
    let sql = Array(#"{"sql":"SELECT 1","creator":"carl"}"#.utf8)
    let request = try DownloadRequest(sql, named: "p.json", creator: "demo")
    #expect(request.creator == "carl")
    #expect(request.isSQL)
  }

  @Test func `what was posted is known again from its line`() throws {
    let key = try #require(DownloadKey("0000001-250827131500795"))
    let text = Array("{\n \"predicate\" : \(Self.predicate) }".utf8)
    let request = try DownloadRequest(text, named: "p.json", creator: nil)
    let posted = PostedRequest(key: key, service: .standard, request, date: "today")
    #expect(PostedRequest(json: posted.json) == posted)
    #expect(posted.isOf(request, service: .standard))
    #expect(!posted.isOf(request, service: Service("http://127.0.0.1/v1")))
    let other = Array(#"{"predicate":1}"#.utf8)
    let otherRequest = try DownloadRequest(other, named: "p.json", creator: nil)
    #expect(!posted.isOf(otherRequest, service: .standard))
  }

  private static let col = "7ddf754f-d193-4cc9-b351-99906754a03b"

  @Test(arguments: [
    (
      #"{"type":"equals","key":"TAXON_KEY","value":"1" }"#,
      #"{"type":"equals","key":"TAXON_KEY","value":"1","checklistKey":"\#(col)" }"#
    ),
    (
      #"{"type":"not","predicate":{"type":"in","key":"speciesKey","values":["]}"]}}"#,
      #"{"type":"not","predicate":{"type":"in","key":"speciesKey","values":["]}"],"#
        + #""checklistKey":"\#(col)"}}"#
    ),
    (
      #"{"type":"like","key":"SCIENTIFIC_NAME","value":"A*","checklistKey":"x"}"#,
      #"{"type":"like","key":"SCIENTIFIC_NAME","value":"A*","checklistKey":"x"}"#
    ),
    (
      #"{"type":"isNull","parameter":"TAXON_KEY"}"#, #"{"type":"isNull","parameter":"TAXON_KEY"}"#
    ),
    (#"{"type":"equals","key":"YEAR","value":1}"#, #"{"type":"equals","key":"YEAR","value":1}"#),
  ])
  func `a checklist stands in the request and in each taxon predicate that names none`(
    _ predicate: String, _ changed: String
  ) throws {
    let several = #"{"type":"or","predicates":[\#(predicate),\#n\#(predicate)]}"#
    let text = try body(several) { $0.checklist = .catalogueOfLife }
    #expect(
      text == #"{"sendNotification":false,"format":"DWCA","checklistKey":"\#(Self.col)","#
        + #""predicate":{"type":"or","predicates":[\#(changed),\#n\#(changed)]}}"#)
  }

  @Test func `in a whole request a checklist takes the place of the one that is there`() throws {
    let request = #"{"checklistKey":"x","predicate":{"type":"equals","key":"TAXON_KEY","value":1}}"#
    #expect(
      try body(request) { $0.checklist = .catalogueOfLife }
        == #"{"checklistKey":"\#(Self.col)","predicate":{"type":"equals","key":"TAXON_KEY","#
        + #""value":1,"checklistKey":"\#(Self.col)"}}"#)
  }

  @Test func `extensions stand in the request by their row types`() throws {
    let image = try #require(VerbatimExtension("Image"))
    #expect(
      try body(#"{"predicate":1}"#) { $0.extensions = [image] }
        == #"{"predicate":1,"verbatimExtensions":["http://rs.gbif.org/terms/1.0/Image"]}"#)
    #expect(
      try body(Self.predicate) { $0.extensions = [image] }
        == #"{"sendNotification":false,"format":"DWCA","verbatimExtensions":"#
        + #"["http://rs.gbif.org/terms/1.0/Image"],"predicate":\#(Self.predicate)}"#)
  }

  @Test func `SQL is put into a request of its own`() {
    var options = DownloadRequest.Options()
    options.description = "all"
    let request = DownloadRequest(sql: "SELECT \"a\"\nFROM b", creator: "demo", options)
    #expect(request.isSQL)
    #expect(
      String(decoding: request.json, as: UTF8.self)
        == #"{"creator":"demo","sendNotification":false,"format":"SQL_TSV_ZIP","#
        + #""description":"all","sql":"SELECT \"a\"\nFROM b"}"#)
  }
}
