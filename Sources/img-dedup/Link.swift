/// What the report links to.
enum Link {
  private static let longest = 2048

  /// Whether a value of data may be linked: it leads to a web server, and stands in the page as
  /// it is.
  static func isSafe(_ text: String) -> Bool {
    let start = text.utf8.prefix(8).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    guard start.starts(with: "http://".utf8) || start == Array("https://".utf8) else {
      return false
    }
    return text.utf8.count <= longest
      && text.unicodeScalars.allSatisfy { $0 > " " && !$0.isHidden }
  }

  /// The page of an occurrence, where its id is one of GBIF's.
  static func occurrence(_ id: String) -> String? {
    let isNumber = id.utf8.count <= 20 && id.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    return isNumber ? "https://www.gbif.org/occurrence/\(id)" : nil
  }
}
