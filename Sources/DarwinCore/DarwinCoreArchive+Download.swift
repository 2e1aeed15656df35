extension DarwinCoreArchive {
  /// The key and the DOI of the GBIF download that this is, as its metadata.xml says it: the
  /// alternate identifier and the package's id (EML 2.2.0).
  public var download: (key: String?, doi: String?) {
    guard let document = try? metadata(), case .success(let root) = XMLParser.parse(document)
    else { return (nil, nil) }
    let datasets = root.children(named: "dataset")
    let identifiers = datasets.flatMap { $0.children(named: "alternateidentifier") }
    let key = identifiers.map(\.trimmedText).first(where: Self.isKey)
    let package = root.attributes["packageid"].flatMap { $0.contains("10.") ? $0 : nil }
    return (key, key == nil ? nil : package)
  }

  /// A counter, a hyphen and fifteen digits of the time.
  private static func isKey(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    return parts.count == 2 && isDigits && parts[0].count >= 7 && parts[1].count == 15
  }
}
