/// The countries to whose law licences of Creative Commons were ported.
enum LicencePorts {
  /// As they stand in URLs: https://creativecommons.org/licenses/list.en.
  static let codes: Set<String> = [
    "am", "ar", "at", "au", "az", "be", "bg", "br", "ca", "ch", "cl", "cn", "co", "cr", "cz",
    "de", "dk", "ec", "ee", "eg", "es", "fi", "fr", "ge", "gr", "gt", "hk", "hr", "hu", "ie",
    "igo", "il", "in", "it", "jp", "kr", "lu", "mk", "mt", "mx", "my", "nl", "no", "nz", "pe",
    "ph", "pl", "pr", "pt", "ro", "rs", "scotland", "se", "sg", "si", "th", "tw", "ua", "ug",
    "uk", "us", "ve", "vn", "za",
  ]

  /// Those that mean something else in a sentence: there a code may stand for the country
  /// behind a version only, and these never.
  static let ambiguous: Set<String> = ["am", "in", "my", "no"]

  static let names: [String: String] = [
    "australia": "au", "austria": "at", "osterreich": "at", "belgium": "be", "brazil": "br",
    "brasil": "br", "canada": "ca", "colombia": "co", "deutschland": "de",
    "england and wales": "uk", "espana": "es", "france": "fr", "germany": "de", "italia": "it",
    "italy": "it", "japan": "jp", "mexico": "mx", "nederland": "nl", "netherlands": "nl",
    "new zealand": "nz", "south africa": "za", "spain": "es", "sweden": "se", "schweiz": "ch",
    "switzerland": "ch", "united kingdom": "uk", "united states": "us", "usa": "us",
  ]
}
