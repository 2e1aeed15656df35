import Testing

@testable import Values

struct LicenceTests {
  @Test(arguments: [
    "", " ", "Creative Commons", "by", "Attribution", "by 4.0", "NonCommercial", "sa", "4.0",
    "UNSPECIFIED", "UNSUPPORTED", "unspecified", "Free usage", "Open Access", "cc", "CC BY 5.0",
    "CC-BY-ND-SA", "CC-NC", "Creative Commons - Share Alike", "CC BY 4.0 3.0", "CC0 4.0",
    "not CC-BY", "non-CC-BY", "no CC BY", "CC-BY except commercial use", "CC BY?", "CC BY+",
    "CC0 metadata, images all rights reserved", "CC BY or CC BY-NC", "CC BY, CC BY-NC",
    "CC0 / CC BY",
    "CC BY 4.0, all rights reserved", "CC BY 4.0 (CC BY 3.0)", "Attribution (CC BY-NC)",
    "CC BY 4.0 for non-commercial use", "CC BY, no commercial use", "Anna Example (cc-by-sa)",
    "Photo by SA", "photo by ND 4.0", "Some rights reserved", "© some rights reserved",
    "© Anna Example some rights reserved",
    "© Anna Example, CC BY-NC 4.0", "Not all rights reserved", "copyright free", "© CC0",
    "Copyright: public domain", "By Anna Example no rights reserved", "No copyright infringement",
    "Copyright by the creator. For license details, see https://images.example.org/1",
    "© Anna Example, licensed to everyone", "Public domain in the US only",
    "Open Access, http://creativecommons.org/publicdomain/zero/1.0/; see our policies",
    "http://creativecommons.org/licenses/by/4.0/ or http://creativecommons.org/licenses/by-nc/4.0/",
    "CC BY-NC http://creativecommons.org/licenses/by/4.0/", "http://creativecommons.org/",
    "http://creativecommons.org/licenses/", "http://creativecommons.org/licenses/by/9.0/",
    "http://creativecommons.org/licenses/by/4.0/us/more",
    "http://creativecommons.org/licenses/nc/1.0/",
    "http://creativecommons.org/licenses/by-nd-sa/3.0/",
    "http://creativecommons.example.org/licenses/by/4.0/",
    "http://example.org/?to=http://creativecommons.org/licenses/by/4.0/",
    "https://example.org/licenses/by/4.0/", "http://rightsstatements.org/vocab/UND/1.0/",
    "http://rightsstatements.org/vocab/NoC-NC/1.0/", "MIT or Apache-2.0", "MIT-like", "GPL",
    String(repeating: "CC BY ", count: 100),
  ])
  func `a text with anything that is not understood is unknown`(_ text: String) {
    #expect(Licence(text) == .unknown)
  }

  @Test(arguments: [
    "All rights reserved", "© All rights reserved", "ALL RIGHTS RESERVED.", "All Rights Reserved",
    "© 2018 Anna Example", "(c) Example Museum", "Copyright Example Museum, 2018",
    "©Example Museum",
    "Copyright", "Anna Example. All rights reserved", "Photo by Anna Example, all rights reserved",
    "Todos los derechos reservados", "Alle Rechte vorbehalten", "Tous droits réservés",
    "Todos os direitos reservados", "Tutti i diritti riservati", "Alle rechten voorbehouden",
    "http://rightsstatements.org/vocab/InC/1.0/",
    "https://rightsstatements.org/page/InC-EDU/1.0/?language=en",
    "In Copyright",
  ])
  func `all rights reserved`(_ text: String) {
    #expect(Licence(text) == .reserved)
  }

  @Test(arguments: [
    ("Public Domain", "PDM"), ("public domain mark 1.0", "PDM"), ("PDM 1.0", "PDM"),
    ("No known copyright restrictions", "PDM"), ("No rights reserved", "PDM"),
    ("Gemeinfrei", "PDM"),
    ("http://creativecommons.org/publicdomain/mark/1.0/", "PDM"), ("Domaine public", "PDM"),
    ("http://creativecommons.org/licenses/publicdomain/", "PDM"),
    ("http://rightsstatements.org/vocab/NKC/1.0/", "PDM"),
    ("CC0_1_0", "CC0-1.0"), ("CC0", "CC0-1.0"), ("cc-0", "CC0-1.0"), ("CC0 1.0", "CC0-1.0"),
    ("CC Zero", "CC0-1.0"), ("Creative Commons Zero v1.0 Universal", "CC0-1.0"),
    ("Public Domain (CC0 1.0)", "CC0-1.0"),
    ("CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0"),
    ("http://creativecommons.org/publicdomain/zero/1.0/legalcode", "CC0-1.0"),
    ("https://www.creativecommons.org/publicdomain/zero/1.0", "CC0-1.0"),
    ("https://creativecommons.org/publicdomain/zero/1.0/deed.fr", "CC0-1.0"),
    ("creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
    ("CC0 https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
  ])
  func `the public domain`(_ text: String, _ id: String) {
    #expect(Licence(text).id == id)
  }

  @Test(arguments: [
    ("MIT", "MIT"), ("MIT License", "MIT"), ("Apache-2.0", "Apache-2.0"),
    ("Apache License, Version 2.0", "Apache-2.0"),
    ("https://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"),
    ("BSD-3-Clause", "BSD-3-Clause"), ("GFDL", "GFDL"),
    ("GNU Free Documentation License (GFDL)", "GFDL"),
    ("GFDL 1.2", "GFDL-1.2"), ("http://www.gnu.org/licenses/fdl-1.3.html", "GFDL-1.3"),
    ("ODbL", "ODbL-1.0"), ("Open Data Commons Open Database License (ODbL) v1.0", "ODbL-1.0"),
    ("http://opendatacommons.org/licenses/odbl/1-0/", "ODbL-1.0"), ("PDDL", "PDDL-1.0"),
    ("ODC-By 1.0", "ODC-By-1.0"), ("Open Government Licence v3.0", "OGL-UK-3.0"),
    ("Licence Ouverte 2.0", "etalab-2.0"), ("Free Art License 1.3", "LAL-1.3"),
    ("GPLv3", "GPL-3.0"),
  ])
  func `licences of other names`(_ text: String, _ id: String) {
    #expect(Licence(text).id == id)
  }

  @Test(arguments: [
    "CC BY 4.0", "CC_BY_NC_4_0", "cc-by", "CC0", "Public Domain (CC0 1.0)", "No rights reserved",
    "Creative Commons Attribution 4.0 International", "http://creativecommons.org/licenses/by/4.0/",
    "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)", "MIT License", "Public domain",
  ])
  func `a word more, wherever it stands, opens nothing`(_ text: String) {
    #expect(Licence(text).rank < .reserved)
    let pieces = text.split(separator: " ")
    for word in [
      "not", "no", "except", "only", "unless", "metadata", "and", "©", "zzz", "CC-BY-NC-SA",
    ] {
      for place in 0...pieces.count {
        let longer = pieces[..<place] + [Substring(word)] + pieces[place...]
        let licence = Licence(longer.joined(separator: " "))
        let isSame = word == "©" && licence == Licence(text)
        #expect(isSame || licence.rank >= .reserved, "\(longer.joined(separator: " "))")
      }
    }
  }

  @Test func `the best licence is the one that allows most`() {
    let spellings = [
      "CC0", "PDM", "CC BY", "CC BY-SA", "CC BY-NC", "CC BY-NC-SA", "CC BY-ND", "CC BY-NC-ND",
      "All rights reserved", "",
    ]
    let ranks = spellings.map { Licence($0).rank }
    #expect(ranks == LicenceRank.allCases)
    #expect(ranks == ranks.sorted())
  }
}
