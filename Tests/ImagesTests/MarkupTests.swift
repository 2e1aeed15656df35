import Images
import Testing

@Suite struct MarkupTests {
  private func isMarkup(_ bytes: [UInt8]) -> Bool { Markup.isMarkup(bytes.span) }

  @Test(arguments: [
    "<!DOCTYPE html><html>", "<!doctype HTML>", "<html lang=en>", "<HTML>", "<head>",
    "<?xml version=\"1.0\"?><svg/>", "<svg xmlns='http://www.w3.org/2000/svg'>",
    "<!-- a comment --><html>", " \t\r\n\u{0C}\n<html>", "\u{FEFF}<!DOCTYPE html>",
    "\u{FEFF}\n<Error><Code>AccessDenied</Code></Error>",
  ])
  func `a document is markup, in UTF-8 and in UTF-16`(document: String) {
    #expect(isMarkup(text(document)))
    #expect(isMarkup(document.utf16.flatMap { little(Int($0), 2) }))
    #expect(isMarkup(document.utf16.flatMap { big(Int($0), 2) }))
  }

  @Test(arguments: [
    "", "<", "\u{FEFF}", "<3 images", "< html>", "</html>", "not found", "{\"error\":404}", "a<b>",
  ])
  func `other text is no markup`(document: String) {
    #expect(!isMarkup(text(document)))
    #expect(!isMarkup(document.utf16.flatMap { little(Int($0), 2) }))
  }

  @Test(arguments: Sample.all)
  func `an image is no markup`(sample: Sample) { #expect(!isMarkup(sample.bytes)) }
}
