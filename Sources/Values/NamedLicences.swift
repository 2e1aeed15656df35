/// Licences that have a name of their own, plainly told, as data: in small letters, without
/// `licence`, `version` and the like.
enum NamedLicences {
  /// The licence that a whole text names.
  static func licence(_ name: String) -> Licence? { byName[name] }

  private static let byName: [String: Licence] = {
    var byName: [String: Licence] = [:]
    for (id, rank, names) in table {
      for name in names { byName[name] = Licence(id, rank) }
    }
    return byName
  }()

  private static let table: [(id: String, LicenceRank, names: [String])] = [
    (
      "PDDL-1.0", .waived,
      [
        "pddl", "pddl 1.0", "odc pddl", "odc pddl 1.0",
        "open data commons public domain and", "open data commons public domain and pddl",
      ]
    ),
    (
      "ODC-By-1.0", .attribution,
      [
        "odc by", "odc by 1.0", "open data commons attribution",
        "open data commons attribution 1.0", "open data commons attribution odc by 1.0",
      ]
    ),
    (
      "ODbL-1.0", .shareAlike,
      [
        "odbl", "odbl 1.0", "odc odbl", "odc odbl 1.0", "open database", "open database odbl",
        "open data commons open database", "open data commons open database odbl",
        "open data commons open database 1.0", "open data commons open database odbl 1.0",
      ]
    ),
    ("MIT", .attribution, ["mit"]),
    ("Apache-2.0", .attribution, ["apache 2.0", "apache 2", "apache software 2.0"]),
    ("BSD-2-Clause", .attribution, ["bsd 2 clause"]),
    ("BSD-3-Clause", .attribution, ["bsd 3 clause"]),
    ("OGL-UK-3.0", .attribution, ["ogl uk 3.0", "open government 3.0"]),
    ("etalab-2.0", .attribution, ["etalab 2.0", "ouverte 2.0"]),
    ("LAL", .shareAlike, ["lal", "free art", "art libre"]),
    ("LAL-1.3", .shareAlike, ["lal 1.3", "free art 1.3", "art libre 1.3"]),
    ("GFDL", .shareAlike, ["gfdl", "gnu free documentation", "gnu free documentation gfdl"]),
    ("GFDL-1.2", .shareAlike, ["gfdl 1.2", "gnu free documentation 1.2"]),
    ("GFDL-1.3", .shareAlike, ["gfdl 1.3", "gnu free documentation 1.3"]),
    ("GPL-2.0", .shareAlike, ["gpl 2.0", "gpl 2", "gplv2", "gnu general public 2"]),
    ("GPL-3.0", .shareAlike, ["gpl 3.0", "gpl 3", "gplv3", "gnu general public 3"]),
  ]
}
