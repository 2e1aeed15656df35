import GBIF
import Testing

/// Taxa by their keys and by their names.
struct TaxonTests {
  @Test(arguments: ["797", "1", "11592253", "6W3C4", "Q2M4", "BSJCX", "CS5HF", "N", "V2", "5G9"])
  func `this is a key`(_ text: String) {
    #expect(TaxonReference(text) == .key(text))
  }

  @Test(arguments: [
    "Pica pica", "AVES", "PICA", "Aves", "pica", "v2", "6W3C4 Aves", "BCDFGHJK", "×Abies", "", "A",
  ])
  func `this is a name`(_ text: String) {
    #expect(TaxonReference(text) == .name(text))
  }

  @Test(arguments: [("797", true), ("6W3C4", false), ("N", false), ("Pica", false)])
  func `keys of the backbone are of digits`(_ text: String, _ isOfBackbone: Bool) {
    #expect(TaxonReference(text).isOfBackbone == isOfBackbone)
  }

  private func match(
    _ asked: String, _ type: String, _ confidence: Int, canonical: String = "Pica pica"
  ) throws -> TaxonMatch {
    let usage = #"{"key":"5","name":"\#(canonical) L.","canonicalName":"\#(canonical)"}"#
    let diagnostics = #"{"matchType":"\#(type)","confidence":\#(confidence)}"#
    let body = #"{"usage":\#(usage),"diagnostics":\#(diagnostics)}"#
    return try TaxonMatch(of: asked, answer: Array(body.utf8))
  }

  @Test(arguments: [
    ("EXACT", 99, true), ("EXACT", 90, true), ("EXACT", 89, false), ("FUZZY", 95, true),
    ("VARIANT", 95, true), ("FUZZY", 80, false), ("HIGHERRANK", 99, false), ("NONE", 100, false),
    ("AMBIGUOUS", 100, false), ("SOMETHING_NEW", 100, false),
  ])
  func `a match is one of the name itself, and sure`(
    _ type: String, _ confidence: Int, _ isMatch: Bool
  ) throws {
    #expect(try match("Pica picca", type, confidence).isMatch == isMatch)
  }

  @Test(arguments: [("Pica  PICA", true), ("Pica pica L.", true), ("Pica pica minor", false)])
  func `of the very name a match to a higher rank is one too`(
    _ asked: String, _ isMatch: Bool
  ) throws {
    #expect(try match(asked, "HIGHERRANK", 94).isMatch == isMatch)
  }

  @Test(
    .enabled(if: Recorded.isThere),
    arguments: [
      ("name_backbone.00", "Helianthus annuus", "9206251"),
      ("name_backbone.02", "Calopteryx fakeus", nil),
      ("name_backbone.05", "Calopteryx splendens", nil),
      ("name_backbone.07", "Aves", "V2"),
      ("name_backbone_acceptedUsageKey.00", "Anastrophyllum minutum", "2689422"),
    ])
  func `GBIF's own answers are understood`(
    _ name: String, _ asked: String, _ key: String?
  ) throws {
    let match = try TaxonMatch(of: asked, answer: try Recorded.answer("rgbif/\(name).GET.200.json"))
    #expect((match.isMatch ? match.key : nil) == key)
  }

  @Test func `of a synonym the accepted taxon is taken, and that is told`() throws {
    let usage = #"{"key":"1","name":"Old one","canonicalName":"Old one"}"#
    let body =
      #"{"usage":\#(usage),"acceptedUsage":{"key":"2","name":"New one"},"#
      + #""diagnostics":{"matchType":"EXACT","confidence":98}}"#
    let match = try TaxonMatch(of: "Old one", answer: Array(body.utf8))
    #expect(match.key == "2")
    #expect(
      "\(match)" == "Old one: 2 New one, of which Old one is a synonym (EXACT, confidence 98)")
  }

  @Test(arguments: ["<html>", "{}", #"{"diagnostics":{}}"#])
  func `anything else is no answer`(_ body: String) {
    #expect(throws: ServiceError.self) { try TaxonMatch(of: "Pica", answer: Array(body.utf8)) }
  }
}
