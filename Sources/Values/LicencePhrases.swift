/// The phrases by which cells tell rights, as data: in small letters, without accents, the
/// words one blank apart.
enum LicencePhrases {
  /// Words that change nothing of what the others say.
  static let fillers: Set<String> = [
    "a", "bajo", "code", "content", "dedication", "deed", "einer", "generic", "generico",
    "generique", "int", "internacional", "international", "internazionale", "intl", "is", "legal",
    "legalcode", "mark", "sous", "the", "this", "una", "under", "une", "universal", "unported",
    "unter",
    "v", "ver", "version", "work",
  ]

  /// The word for a licence, which changes nothing either.
  static let licence: Set<String> = [
    "licence", "licenca", "licencia", "licens", "license", "licensed", "licentie", "licenza",
    "lizenz", "lizenziert",
  ]

  static let meanings: [String: [LicenceWord]] = {
    var meanings: [String: [LicenceWord]] = [:]
    for (phrases, meaning) in table {
      for phrase in phrases { meanings[withoutFillers(phrase)] = [meaning] }
    }
    for (letters, elements) in runTogether {
      meanings[letters] = [.elements(elements)]
      meanings["cc" + letters] = [.creativeCommons, .elements(elements)]
    }
    for (name, code) in LicencePorts.names { meanings[name] = [.port(code)] }
    for version in CreativeCommons.versions {
      for spelling in spellings(ofVersion: version) { meanings[spelling] = [.version(version)] }
    }
    return meanings
  }()

  /// How many words the longest phrase has that begins with a word; none does with any other.
  static let lengths: [String: Int] = {
    var lengths: [String: Int] = [:]
    for phrase in meanings.keys {
      let words = phrase.split(separator: " ")
      lengths[String(words.first ?? ""), default: 0] =
        max(words.count, lengths[String(words.first ?? "")] ?? 0)
    }
    return lengths
  }()

  /// `4.0`, `4 0` as GBIF's names for licences have it, and `4`.
  private static func spellings(ofVersion version: String) -> [String] {
    let numbers = version.split(separator: ".").map(String.init)
    let short = numbers.last == "0" ? numbers.prefix(1) : []
    return [version, numbers.joined(separator: " ")] + short
  }

  private static func withoutFillers(_ phrase: String) -> String {
    phrase.split(separator: " ").filter { !fillers.contains(String($0)) }.joined(separator: " ")
  }

  private static let runTogether: [String: CreativeCommons.Elements] = [
    "by": .by, "bync": [.by, .nc], "bynd": [.by, .nd], "bysa": [.by, .sa],
    "byncnd": [.by, .nc, .nd], "byncsa": [.by, .nc, .sa],
  ]

  private static let table: [([String], LicenceWord)] = [
    (["cc", "creative commons", "creativecommons"], .creativeCommons),
    (["cc0", "cc 0", "cc zero", "cczero", "creative commons zero", "creative commons 0"], .zero),
    (attribution, .elements(.by)),
    (nonCommercial, .elements(.nc)),
    (noDerivatives, .elements(.nd)),
    (shareAlike, .elements(.sa)),
    (publicDomain, .publicDomain),
    (reserved, .reserved),
    (["some rights reserved"], .someRights),
    (["©", "copyright", "copyrighted"], .copyright),
  ]

  private static let attribution = [
    "attribution", "atribucion", "atribuicao", "attribuzione", "erkannande", "namensnennung",
    "navngivelse", "naamsvermelding", "paternite", "reconocimiento",
  ]

  private static let nonCommercial = [
    "nc", "noncommercial", "non commercial", "nocomercial", "no comercial", "noncommerciale",
    "non commerciale", "naocomercial", "nao comercial", "nicht kommerziell",
    "nichtkommerziell", "keine kommerzielle nutzung", "pas d utilisation commerciale",
    "utilisation non commerciale", "niet commercieel", "nietcommercieel", "icke kommersiell",
    "ikke kommerciel",
  ]

  private static let noDerivatives = [
    "nd", "noderivatives", "no derivatives", "noderivs", "no derivs", "noderivativeworks",
    "no derivative works", "keine bearbeitung", "keine bearbeitungen", "pas de modification",
    "pas de modifications", "sinderivadas", "sin derivadas", "sinobraderivada",
    "sin obra derivada", "sin obras derivadas", "semderivacoes", "sem derivacoes",
    "non opere derivate", "geenafgeleidewerken", "geen afgeleide werken",
  ]

  private static let shareAlike = [
    "sa", "sharealike", "share alike", "weitergabe unter gleichen bedingungen",
    "partage dans les memes conditions", "partage a l identique", "compartirigual",
    "compartir igual", "compartilhaigual", "compartilha igual", "condividi allo stesso modo",
    "gelijkdelen", "gelijk delen", "dela lika",
  ]

  private static let publicDomain = [
    "public domain", "publicdomain", "pdm", "domaine public", "dominio publico",
    "pubblico dominio", "publiek domein", "gemeinfrei", "no copyright", "no known copyright",
    "no known copyright restrictions", "no rights reserved",
  ]

  private static let reserved = [
    "all rights reserved", "alle rechte vorbehalten", "alle rechten voorbehouden",
    "alla rattigheter forbehallna", "in copyright", "todos los derechos reservados",
    "todos os direitos reservados", "tous droits reserves", "tutti i diritti riservati",
  ]
}
