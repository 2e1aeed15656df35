extension Service {
  /// Where a download can be taken back.
  public func request(of key: DownloadKey) -> String { "\(requests)/\(key)" }

  /// Where a page of a user's list of downloads is, from its `offset`th on.
  public func downloads(of user: String, offset: Int, limit: Int) -> String {
    "\(base)/occurrence/download/user/\(Self.escape(user))?limit=\(limit)&offset=\(offset)"
  }

  /// Where a scientific name is looked up; without a checklist, in the one that GBIF takes.
  ///
  /// The call is one of the API's second version, beside the first.
  public func match(of name: String, in checklist: Checklist?) -> String {
    let root = base.hasSuffix("/v1") ? base.dropLast(3) : base[...]
    let checklist = checklist.map { "&checklistKey=\($0.key)" } ?? ""
    return "\(root)/v2/species/match?scientificName=\(Self.escape(name))\(checklist)"
  }

  /// All but the unreserved characters of RFC 3986 section 2.3 escaped.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      if isUnreserved(byte) {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return escaped
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }
}
