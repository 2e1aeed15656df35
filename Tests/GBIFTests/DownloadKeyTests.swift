import GBIF
import Testing

/// How downloads are named.
struct DownloadKeyTests {
  @Test(arguments: [
    "0012150-260108223611665", "0000122-171020152545675", "12345678-000000000000000",
  ])
  func `a key is a counter and a time`(_ text: String) {
    #expect(DownloadKey(text)?.description == text)
  }

  @Test(arguments: [
    "", "-", "0012150", "001215-260108223611665", "0012150-26010822361166",
    "0012150-2601082236116650", "0012150-260108223611665-", "0012150_260108223611665",
    "../2150-260108223611665", "0012150-26010822361166x", "٠٠١٢١٥٠-260108223611665",
  ])
  func `anything else is none`(_ text: String) {
    #expect(DownloadKey(text) == nil)
  }

  @Test(arguments: [
    "0012150-260108223611665", "\"0012150-260108223611665\"", "0012150-260108223611665\r\n",
    " \"0012150-260108223611665\"\n",
  ])
  func `an answer is a key, bare or in quotes`(_ answer: String) {
    #expect(DownloadKey(answer: Array(answer.utf8))?.description == "0012150-260108223611665")
  }

  @Test(arguments: ["", " ", "\"", "{}", "<html>", "0012150-260108223611665 x"])
  func `an answer may hold no key`(_ answer: String) {
    #expect(DownloadKey(answer: Array(answer.utf8)) == nil)
  }

  @Test(arguments: [
    ("0012150-260108223611665", "0012150-260108223611665"),
    ("10.15468/dl.hx3uzz", "10.15468/dl.hx3uzz"),
    ("doi:10.15468/DL.HX3UZZ", "10.15468/dl.hx3uzz"),
    ("https://doi.org/10.15468/dl.hx3uzz", "10.15468/dl.hx3uzz"),
    ("http://dx.doi.org/10.15468/dl.hx3uzz", "10.15468/dl.hx3uzz"),
    ("https://www.doi.org/10.15468/dl.hx3uzz", "10.15468/dl.hx3uzz"),
    ("DOI: 10.15468/dl.hx3uzz", "10.15468/dl.hx3uzz"),
    (" 10.15468/dl.hx3uzz\r\n", "10.15468/dl.hx3uzz"),
    ("https://www.gbif.org/occurrence/download/0012150-260108223611665", "0012150-260108223611665"),
  ])
  func `a download is named by key or DOI`(_ text: String, _ read: String) {
    #expect(DownloadReference(text)?.description == read)
  }

  @Test(arguments: [
    "", "10.15468", "10.15468/", "10./dl.hx3uzz", "10.15468/../user", "10.15468/a/b",
    "10.15468/a?b",
    "doi.org/10.15468/dl.hx3uzz", "10.15468/a b", "https://doi.org/0012150-260108223611665",
    "https://www.gbif.org/occurrence/download/10.15468/dl.hx3uzz",
  ])
  func `what can't stand in a path names nothing`(_ text: String) {
    #expect(DownloadReference(text) == nil)
  }
}
