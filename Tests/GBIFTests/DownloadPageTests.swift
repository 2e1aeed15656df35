import GBIF
import Testing

/// Pages of a user's list, and where they are.
struct DownloadPageTests {
  @Test(.enabled(if: Recorded.isThere))
  func `a page of GBIF's is read`() throws {
    let page = try DownloadPage(
      answer: try Recorded.answer("rgbif/occ_download_list.00.GET.200.json"))
    #expect(page.downloads.count == 20)
    #expect(!page.isLast)
    #expect(page.downloads.first?.state == .cancelled)
    let json = String(decoding: page.downloads.first?.json ?? [], as: UTF8.self)
    #expect(json.hasPrefix(#"{"key":"0025179-250827131500795","license":"unspecified","#))
    #expect(json.hasSuffix(#""numberDatasets":0,"source":"rgbif"}"#))
  }

  @Test(arguments: [
    (#"{"endOfRecords":true,"results":[]}"#, true), (#"{"endOfRecords":false,"results":[]}"#, true),
  ])
  func `an empty page is the last`(_ body: String, _ isLast: Bool) throws {
    #expect(try DownloadPage(answer: Array(body.utf8)).isLast == isLast)
  }

  @Test(arguments: ["<html>", "{}", #"{"results":[1]}"#, #"{"results":[{}]}"#])
  func `anything else is no page`(_ body: String) {
    #expect(throws: ServiceError.self) { try DownloadPage(answer: Array(body.utf8)) }
  }

  @Test func `names are escaped in addresses`() {
    let service = Service("http://127.0.0.1/v1/")
    #expect(
      service.downloads(of: "a b/ü", offset: 20, limit: 10)
        == "http://127.0.0.1/v1/occurrence/download/user/a%20b%2F%C3%BC?limit=10&offset=20")
    #expect(
      service.match(of: "× Abies&a=1", in: .catalogueOfLife)
        == "http://127.0.0.1/v2/species/match?scientificName=%C3%97%20Abies%26a%3D1"
        + "&checklistKey=7ddf754f-d193-4cc9-b351-99906754a03b")
    #expect(
      Service("http://127.0.0.1/gbif").match(of: "N", in: nil)
        == "http://127.0.0.1/gbif/v2/species/match?scientificName=N")
  }
}
