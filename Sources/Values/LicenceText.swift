/// What a text about rights says when all its words are put together.
struct LicenceText {
  /// Longer texts are prose.
  private static let longest = 500

  private var isCreativeCommons = false
  private var isZero = false
  private var isPublicDomain = false
  private var isReserved = false
  private var isPartlyReserved = false
  private var isCopyright = false
  /// The conditions, once for each time that they are told.
  private var told: [CreativeCommons.Elements] = []
  private var current: CreativeCommons.Elements = []
  private var versions: Set<String> = []
  private var ports: Set<String> = []
  private var named: Set<Licence> = []
  private var others: [String] = []
  /// Whether the word `by` is there, which is one of any sentence.
  private var saysBy = false

  private(set) var licence = Licence.unknown

  init(_ text: String) {
    if text.utf8.count > Self.longest { return }
    let reader = LicenceReader(text)
    if let licence = NamedLicences.licence(reader.plain.joined(separator: " ")) {
      self.licence = licence
      return
    }
    saysBy = reader.plain.contains("by")
    for meaning in reader.meanings { take(meaning) }
    endTelling()
    licence = others.isEmpty ? understood : reserved(speaksOfLicence: reader.speaksOfLicence)
  }

  private mutating func take(_ word: LicenceWord) {
    switch word {
    case .creativeCommons:
      endTelling()
      isCreativeCommons = true
    case .elements(let elements):
      if !current.isDisjoint(with: elements) { endTelling() }
      current.formUnion(elements)
    case .terms(let terms): take(terms)
    case .version(let version): versions.insert(version)
    case .port(let port): ports.insert(port)
    case .zero: isZero = true
    case .publicDomain: isPublicDomain = true
    case .reserved: isReserved = true
    case .someRights: isPartlyReserved = true
    case .copyright: isCopyright = true
    case .named(let licence): named.insert(licence)
    case .other(let word): others.append(word)
    }
  }

  private mutating func take(_ terms: CreativeCommons) {
    endTelling()
    isCreativeCommons = true
    told.append(terms.elements)
    if let version = terms.version { versions.insert(version) }
    if let port = terms.port { ports.insert(port) }
  }

  private mutating func endTelling() {
    if !current.isEmpty { told.append(current) }
    current = []
  }

  /// The licence of a text of which every word is understood; `unknown` where they contradict
  /// each other.
  private var understood: Licence {
    let isFree = isZero || isPublicDomain
    let kinds = [isReserved, isFree, !told.isEmpty, !named.isEmpty].count { $0 }
    if kinds == 0 {
      return isCopyright && !isCreativeCommons && !isPartlyReserved ? .reserved : .unknown
    }
    guard kinds == 1, !(isFree && isCopyright) else { return .unknown }
    if isReserved { return isCreativeCommons ? .unknown : .reserved }
    if isFree {
      return versions.isSubset(of: ["1.0"]) ? (isZero ? .zero : .publicDomain) : .unknown
    }
    if !named.isEmpty { return named.count == 1 ? named.first ?? .unknown : .unknown }
    return creativeCommons
  }

  private var creativeCommons: Licence {
    guard Set(told).count == 1, let elements = told.first, versions.count <= 1, ports.count <= 1
    else { return .unknown }
    let isTold = isCreativeCommons || elements != .by || !saysBy && !versions.isEmpty
    guard isTold else { return .unknown }
    return CreativeCommons(elements: elements, version: versions.first, port: ports.first).licence
  }

  /// What a text with names or a year in it says: that rights are reserved, or nothing.
  private func reserved(speaksOfLicence: Bool) -> Licence {
    let isOpen =
      isPartlyReserved || isCreativeCommons || isZero || isPublicDomain || !named.isEmpty
    let tellsConditions = told.contains { $0 != .by }
    guard isReserved || isCopyright, !isOpen, !tellsConditions, !speaksOfLicence,
      Self.conditions.isDisjoint(with: others), !others.contains(where: LicenceURL.isMeant)
    else { return .unknown }
    return .reserved
  }

  /// Words that tell more of rights than a name does.
  private static let conditions: Set<String> = [
    "allowed", "domain", "educational", "except", "free", "freely", "frei", "gratis", "libre",
    "no", "not", "only", "open", "permission", "permitted", "public", "reserved", "rights", "see",
    "some", "unless", "use", "used", "waived", "without",
  ]
}
