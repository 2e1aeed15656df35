/// The characters of an XML document as UTF-8, whatever its encoding.
///
/// A byte order mark and the bytes themselves decide before the XML declaration does (XML 1.0
/// appendix F), as many declarations are wrong.
enum XMLText {
  /// The declaration stands in so many bytes.
  private static let declarationLimit = 256

  /// The document without white space in front of the XML declaration, which some writers put
  /// there; or why it can't be read.
  static func utf8(_ document: [UInt8]) -> Result<ArraySlice<UInt8>, XMLParser.Fault> {
    let name = declaredEncoding(document.prefix(declarationLimit)) ?? ""
    guard var declared = TextEncoding(named: name) else {
      return .failure(XMLParser.Fault(reason: "unknown encoding \(name)"))
    }
    if [.utf16, .utf16LittleEndian, .utf16BigEndian].contains(declared) { declared = .utf8 }
    let (encoding, mark) = ByteOrderMark.encoding(of: document, declared: declared)
    let text = CharacterDecoder.utf8(document.dropFirst(mark), encoding)
    return .success(text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
  }

  /// The value of `encoding` in `<?xml version="1.0" encoding="UTF-8"?>`.
  private static func declaredEncoding(_ start: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: start.filter { $0 != 0 }, as: UTF8.self)
    let declaration = text.prefix { $0 != ">" }
    let words = declaration.split { $0.isWhitespace || "<?='\"\u{FEFF}\u{FFFD}".contains($0) }
    guard words.first == "xml", let key = words.firstIndex(of: "encoding") else { return nil }
    return key + 1 < words.count ? String(words[key + 1]) : nil
  }
}
