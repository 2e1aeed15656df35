/// A term or a row type: what its URI says, and how it is written short.
public struct Term: Hashable, Sendable {
  /// The URI as the archive writes it.
  public let uri: String
  /// The last part of the URI: `scientificName`.
  public let name: String
  /// The prefix of the vocabulary that it is from, such as `dwc`, where it is a known one.
  public let prefix: String?

  /// The vocabularies that have a customary prefix.
  private static let vocabularies: [(prefix: String, uri: String)] = [
    ("dwc", "http://rs.tdwg.org/dwc/terms/"),
    ("dwciri", "http://rs.tdwg.org/dwc/iri/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("gbif", "http://rs.gbif.org/terms/1.0/"),
    ("gbif", "http://rs.gbif.org/terms/"),
    ("ac", "http://rs.tdwg.org/ac/terms/"),
    ("eco", "http://rs.tdwg.org/eco/terms/"),
    ("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
    ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
    ("exif", "http://ns.adobe.com/exif/1.0/"),
    ("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
    ("ggbn", "http://data.ggbn.org/schemas/ggbn/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
  ]

  /// A term by its URI, or by its name with a customary prefix; what is neither is a name as it
  /// stands.
  public init(_ text: String) {
    let uri = Self.expand(text)
    self.uri = uri
    let end = uri.lastIndex { $0 == "/" || $0 == "#" }
    let name = end.map { uri[uri.index(after: $0)...] } ?? uri[...]
    self.name = name.isEmpty ? uri : String(name)
    let vocabulary = end.map { uri[...$0] }
    prefix = Self.vocabularies.first { vocabulary == $0.uri[...] }?.prefix
  }

  /// The URI of `dwc:year`.
  private static func expand(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":"), !text.contains("/") else { return text }
    let vocabulary = vocabularies.first { text[..<colon] == $0.prefix[...] }
    return vocabulary.map { $0.uri + text[text.index(after: colon)...] } ?? text
  }

  /// How it is written where the simple name belongs to another: `dc:type`, else the URI, and
  /// `column:image` where it is nothing but a name.
  public var qualifiedName: String {
    (uri == name ? "column" : prefix).map { "\($0):\(name)" } ?? uri
  }

  /// Of terms with one simple name the one with the lowest rank keeps it: dwc, dcterms, gbif,
  /// all others.
  var rank: Int { ["dwc", "dcterms", "gbif"].firstIndex(of: prefix) ?? 3 }
}

extension Term {
  /// The row types whose rows are media.
  private static let media: Set = [
    "rs.gbif.org/terms/1.0/multimedia", "rs.gbif.org/terms/1.0/image",
    "rs.tdwg.org/ac/terms/multimedia", "multimedia",
  ]

  /// Whether rows of this type are media; how its URI is written does not matter.
  var isMedia: Bool {
    var words = uri.lowercased().split(separator: "/")
    if words.first == "http:" || words.first == "https:" { words.removeFirst() }
    return Self.media.contains(words.joined(separator: "/"))
  }
}
