/// What a licence of Creative Commons consists of, as far as a text tells it.
struct CreativeCommons: Equatable {
  /// The conditions of the licences.
  struct Elements: OptionSet, Hashable {
    let rawValue: UInt8

    static let by = Elements(rawValue: 1)
    static let nc = Elements(rawValue: 2)
    static let nd = Elements(rawValue: 4)
    static let sa = Elements(rawValue: 8)
  }

  /// The versions that there are.
  static let versions: Set<String> = ["1.0", "2.0", "2.1", "2.5", "3.0", "4.0"]

  /// The ports to the law of a country that have an identifier of their own.
  private static let listedPorts: Set<String> = [
    "CC-BY-2.5-AU", "CC-BY-3.0-AT", "CC-BY-3.0-AU", "CC-BY-3.0-DE", "CC-BY-3.0-IGO",
    "CC-BY-3.0-NL", "CC-BY-3.0-US", "CC-BY-NC-3.0-DE", "CC-BY-NC-ND-3.0-DE",
    "CC-BY-NC-ND-3.0-IGO", "CC-BY-NC-SA-2.0-DE", "CC-BY-NC-SA-2.0-FR", "CC-BY-NC-SA-2.0-UK",
    "CC-BY-NC-SA-3.0-DE", "CC-BY-NC-SA-3.0-IGO", "CC-BY-ND-3.0-DE", "CC-BY-SA-2.0-UK",
    "CC-BY-SA-2.1-JP", "CC-BY-SA-3.0-AT", "CC-BY-SA-3.0-DE", "CC-BY-SA-3.0-IGO",
  ]

  var elements: Elements
  var version: String?
  /// The country, in two small letters as a rule.
  var port: String?

  /// The licence; `unknown` for elements that no licence has together.
  var licence: Licence {
    guard let rank, let code else { return .unknown }
    guard let version else { return Licence(code, rank) }
    let unported = "\(code)-\(version)"
    let ported = "\(unported)-\((port ?? "").uppercased())"
    return Licence(Self.listedPorts.contains(ported) ? ported : unported, rank)
  }

  private var code: String? {
    switch elements {
    case [.by]: "CC-BY"
    case [.by, .sa]: "CC-BY-SA"
    case [.by, .nc]: "CC-BY-NC"
    case [.by, .nc, .sa]: "CC-BY-NC-SA"
    case [.by, .nd]: "CC-BY-ND"
    case [.by, .nc, .nd]: "CC-BY-NC-ND"
    default: nil
    }
  }

  private var rank: LicenceRank? {
    switch elements {
    case [.by]: .attribution
    case [.by, .sa]: .shareAlike
    case [.by, .nc]: .nonCommercial
    case [.by, .nc, .sa]: .nonCommercialShareAlike
    case [.by, .nd]: .noDerivatives
    case [.by, .nc, .nd]: .nonCommercialNoDerivatives
    default: nil
    }
  }
}
