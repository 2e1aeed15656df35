/// The URLs that licences have.
enum LicenceURL {
  /// Whether a piece of text without blanks, in small letters, is meant as a URL.
  static func isMeant(by piece: some StringProtocol) -> Bool {
    piece.utf8.contains(UInt8(ascii: "/"))
      && (piece.contains("://") || piece.hasPrefix("www.") || piece.contains("creativecommons.org"))
  }

  /// What a URL in small letters means; `nil` for all but those of licences.
  static func meaning(_ url: String) -> LicenceWord? {
    let path = path(of: url)
    guard let host = path.first else { return nil }
    let rest = path.dropFirst()
    switch host {
    case "creativecommons.org": return creativeCommons(rest)
    case "i.creativecommons.org", "licensebuttons.net":
      return rest.first == "l" ? creativeCommons(["licenses"] + rest.dropFirst()) : nil
    case "rightsstatements.org": return rightsStatement(rest)
    default: return named[path.joined(separator: "/")].map { .named($0) }
    }
  }

  /// The host without `www.` and a port, and the segments of the path.
  private static func path(of url: String) -> [String] {
    var rest = url[...]
    for scheme in ["http://", "https://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    var path = rest.split(separator: "/").map(String.init)
    if let host = path.first { path[0] = String(host.prefix { $0 != ":" }) }
    return path
  }

  // MARK: Creative Commons

  private static func creativeCommons(_ path: ArraySlice<String>) -> LicenceWord? {
    switch (path.first, path.dropFirst().first) {
    case ("publicdomain", "zero"): isEnd(path.dropFirst(2), of: ["1.0"]) ? .zero : nil
    case ("publicdomain", "mark"): isEnd(path.dropFirst(2), of: ["1.0"]) ? .publicDomain : nil
    case ("licenses", "publicdomain"): isEnd(path.dropFirst(2), of: []) ? .publicDomain : nil
    case ("licenses", "zero"): isEnd(path.dropFirst(2), of: ["1.0"]) ? .zero : nil
    case ("licenses", let code?), ("licences", let code?): terms(code, path.dropFirst(2))
    default: nil
    }
  }

  private static func terms(_ code: String, _ path: ArraySlice<String>) -> LicenceWord? {
    guard let elements = elements(code) else { return nil }
    var terms = CreativeCommons(elements: elements)
    var rest = path
    if let version = rest.first, CreativeCommons.versions.contains(version) {
      terms.version = version
      rest = rest.dropFirst()
      if let port = rest.first, LicencePorts.codes.contains(port) {
        terms.port = port
        rest = rest.dropFirst()
      }
    }
    return isEnd(rest, of: []) ? .terms(terms) : nil
  }

  private static func elements(_ code: String) -> CreativeCommons.Elements? {
    var elements: CreativeCommons.Elements = []
    for part in code.split(separator: "-") {
      switch part {
      case "by": elements.insert(.by)
      case "nc": elements.insert(.nc)
      case "nd": elements.insert(.nd)
      case "sa": elements.insert(.sa)
      default: return nil
      }
    }
    return elements
  }

  /// Whether nothing follows but one of the versions, then the text or the deed of the
  /// licence, in any language, or its button.
  private static func isEnd(_ path: ArraySlice<String>, of versions: Set<String>) -> Bool {
    let rest = path.first.map(versions.contains) ?? false ? path.dropFirst() : path
    guard let last = rest.first else { return true }
    let ending = last.split(separator: ".").map(String.init)
    return rest.count == 1
      && (["deed", "legalcode", "rdf"].contains(ending.first) || ending.last == "png")
  }

  // MARK: others

  /// https://rightsstatements.org/page/1.0: those of works in copyright, and that of works
  /// without any known; the others tell neither.
  private static func rightsStatement(_ path: ArraySlice<String>) -> LicenceWord? {
    guard ["vocab", "page", "data"].contains(path.first) else { return nil }
    switch path.dropFirst().first {
    case "inc", "inc-edu", "inc-nc", "inc-ow-eu", "inc-ruu": return .reserved
    case "nkc": return .publicDomain
    default: return nil
    }
  }

  private static let named: [String: Licence] = [
    "apache.org/licenses/license-2.0": Licence("Apache-2.0", .attribution),
    "apache.org/licenses/license-2.0.html": Licence("Apache-2.0", .attribution),
    "apache.org/licenses/license-2.0.txt": Licence("Apache-2.0", .attribution),
    "opensource.org/licenses/apache-2.0": Licence("Apache-2.0", .attribution),
    "opensource.org/licenses/mit": Licence("MIT", .attribution),
    "artlibre.org/licence/lal": Licence("LAL", .shareAlike),
    "gnu.org/copyleft/fdl.html": Licence("GFDL", .shareAlike),
    "gnu.org/licenses/fdl-1.2.html": Licence("GFDL-1.2", .shareAlike),
    "gnu.org/licenses/fdl-1.3.html": Licence("GFDL-1.3", .shareAlike),
    "nationalarchives.gov.uk/doc/open-government-licence/version/3":
      Licence("OGL-UK-3.0", .attribution),
    "opendatacommons.org/licenses/by": Licence("ODC-By-1.0", .attribution),
    "opendatacommons.org/licenses/by/1-0": Licence("ODC-By-1.0", .attribution),
    "opendatacommons.org/licenses/by/1.0": Licence("ODC-By-1.0", .attribution),
    "opendatacommons.org/licenses/odbl": Licence("ODbL-1.0", .shareAlike),
    "opendatacommons.org/licenses/odbl/1-0": Licence("ODbL-1.0", .shareAlike),
    "opendatacommons.org/licenses/odbl/1.0": Licence("ODbL-1.0", .shareAlike),
    "opendatacommons.org/licenses/pddl": Licence("PDDL-1.0", .waived),
    "opendatacommons.org/licenses/pddl/1-0": Licence("PDDL-1.0", .waived),
    "opendatacommons.org/licenses/pddl/1.0": Licence("PDDL-1.0", .waived),
  ]
}
