/// How a user names a download: by its key or by its DOI.
public enum DownloadReference: Hashable, Sendable, CustomStringConvertible {
  case key(DownloadKey)
  /// Prefix and suffix, `10.15468/dl.hx3uzz`.
  case doi(String)

  private static let resolvers = [
    "https://doi.org/", "http://doi.org/", "https://www.doi.org/", "http://www.doi.org/",
    "https://dx.doi.org/", "http://dx.doi.org/", "doi: ", "doi:",
  ]
  /// GBIF's pages of downloads.
  private static let pages = ["https://www.gbif.org/occurrence/download/"]

  /// Reads a key, a DOI, or one of them with what people write before it, and blanks around it;
  /// `nil` for anything else.
  public init?(_ text: String) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    let name = words.joined(separator: " ")[...]
    if let key = DownloadKey(Self.dropping(Self.pages, from: name)) {
      self = .key(key)
    } else if let doi = Self.doi(Self.dropping(Self.resolvers, from: name)) {
      self = .doi(doi)
    } else {
      return nil
    }
  }

  private static func dropping(_ beginnings: [String], from text: Substring) -> Substring {
    text.dropFirst(beginnings.first { text.hasPrefix($0) }?.count ?? 0)
  }

  /// The key or the DOI.
  public var description: String {
    switch self {
    case .key(let key): key.description
    case .doi(let doi): doi
    }
  }

  /// A DOI as `text`, if it can stand in a path as it is.
  private static func doi(_ text: Substring) -> String? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("10."), parts[0].utf8.count > 3,
      parts[0].dropFirst(3).utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }),
      !parts[1].isEmpty, parts[1].utf8.allSatisfy(isPlain), !parts[1].contains("..")
    else { return nil }
    return String(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  /// The unreserved characters of RFC 3986 section 2.3.
  private static func isPlain(_ byte: UInt8) -> Bool {
    isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || "-._~".utf8.contains(byte)
  }
}
