import Testing

@testable import Values

struct CreativeCommonsTests {
  @Test(arguments: [
    ("http://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
    ("https://creativecommons.org/licenses/by/4.0", "CC-BY-4.0"),
    ("HTTP://WWW.CreativeCommons.org/licenses/BY/4.0/", "CC-BY-4.0"),
    (" https://creativecommons.org/licenses/by/4.0/ ", "CC-BY-4.0"),
    ("<https://creativecommons.org/licenses/by/4.0/>", "CC-BY-4.0"),
    ("http://creativecommons.org/licenses/by/4.0/.", "CC-BY-4.0"),
    ("http://creativecommons.org:80/licenses/by//4.0/", "CC-BY-4.0"),
    ("http://creativecommons.org/licenses/by/4.0/legalcode", "CC-BY-4.0"),
    ("http://creativecommons.org/licenses/by/4.0/legalcode.de", "CC-BY-4.0"),
    ("http://creativecommons.org/licenses/by/4.0/deed.en_US", "CC-BY-4.0"),
    ("https://creativecommons.org/licenses/by/4.0/deed.pt-br", "CC-BY-4.0"),
    ("https://creativecommons.org/licenses/by/4.0/?ref=chooser-v1", "CC-BY-4.0"),
    ("https://creativecommons.org/licenses/by/4.0/#deed", "CC-BY-4.0"),
    ("http://creativecommons.org/licenses/by-nc/4.0/", "CC-BY-NC-4.0"),
    ("http://creativecommons.org/licenses/by-nc-sa/3.0/", "CC-BY-NC-SA-3.0"),
    ("http://creativecommons.org/licenses/by-nd-nc/2.5/", "CC-BY-NC-ND-2.5"),
    ("http://creativecommons.org/licenses/by-sa/2.0/", "CC-BY-SA-2.0"),
    ("http://creativecommons.org/licenses/by-nd/1.0/", "CC-BY-ND-1.0"),
    ("http://creativecommons.org/licenses/by/", "CC-BY"),
    ("http://creativecommons.org/licenses/by/3.0/us/", "CC-BY-3.0-US"),
    ("http://creativecommons.org/licenses/by/3.0/us/deed.en", "CC-BY-3.0-US"),
    ("https://creativecommons.org/licenses/by/3.0/igo/legalcode", "CC-BY-3.0-IGO"),
    ("http://creativecommons.org/licenses/by-sa/3.0/at/", "CC-BY-SA-3.0-AT"),
    ("https://creativecommons.org/licenses/by/3.0/nz/", "CC-BY-3.0"),
    ("http://creativecommons.org/licenses/by-nc/2.5/se/", "CC-BY-NC-2.5"),
    ("http://creativecommons.org/licenses/by-sa/2.1/jp/", "CC-BY-SA-2.1-JP"),
    ("http://creativecommons.org/licenses/by/2.1/es/", "CC-BY-2.1"),
    ("http://creativecommons.org/licenses/by/3.0/no/", "CC-BY-3.0"),
    ("http://i.creativecommons.org/l/by-nc/4.0/88x31.png", "CC-BY-NC-4.0"),
  ])
  func `URLs`(_ text: String, _ id: String) {
    #expect(Licence(text).id == id)
  }

  @Test(arguments: [
    ("CC_BY_4_0", "CC-BY-4.0"), ("CC_BY_NC_4_0", "CC-BY-NC-4.0"), ("cc-by", "CC-BY"),
    ("CC BY", "CC-BY"), ("CC-BY-SA", "CC-BY-SA"), ("CC BY-NC 4.0", "CC-BY-NC-4.0"),
    ("cc by nc nd 3.0", "CC-BY-NC-ND-3.0"), ("CC-BY 4.0 (Int)", "CC-BY-4.0"), ("(CC-BY)", "CC-BY"),
    ("CC BY-NC\u{A0}4.0\u{A0}", "CC-BY-NC-4.0"), ("CC-BY-4", "CC-BY-4.0"),
    ("CC BY v4.0", "CC-BY-4.0"),
    ("CC BY 4,0", "CC-BY-4.0"), ("CCBYNC 4.0", "CC-BY-NC-4.0"), ("by-nc-sa", "CC-BY-NC-SA"),
    ("CC BY-SA 3.0 DE", "CC-BY-SA-3.0-DE"), ("CC BY 4.0 DE", "CC-BY-4.0"),
    ("CC-BY-3.0-US", "CC-BY-3.0-US"),
    ("CC BY‑NC 4.0", "CC-BY-NC-4.0"), ("© CC BY 4.0", "CC-BY-4.0"),
    ("CC BY-NC, some rights reserved", "CC-BY-NC"),
  ])
  func `short names`(_ text: String, _ id: String) {
    #expect(Licence(text).id == id)
  }

  @Test(arguments: [
    ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
    ("Attribution 4.0 International", "CC-BY-4.0"),
    ("Creative Commons Attribution 3.0 New Zealand Licence", "CC-BY-3.0"),
    (
      "Content licensed under Creative Commons Attribution 3.0 United States License",
      "CC-BY-3.0-US"
    ),
    ("Creative Commons Attribution-NonCommercial-ShareAlike 2.5 Generic", "CC-BY-NC-SA-2.5"),
    (
      "This work is licensed under a Creative Commons Attribution Non Commercial (CC-BY-NC) 4.0 License",
      "CC-BY-NC-4.0"
    ),
    ("Creative Commons Attribution (CC-BY) 4.0 License", "CC-BY-4.0"),
    ("Attribution-ShareAlike (BY-SA) Creative Commons License", "CC-BY-SA"),
    (
      "Attribution-NonCommercial-NoDerivatives 4.0 International https://creativecommons.org/licenses/by-nc-nd/4.0/",
      "CC-BY-NC-ND-4.0"
    ),
    ("CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)", "CC-BY-4.0"),
    ("CC BY https://creativecommons.org/licenses/by/3.0/us/", "CC-BY-3.0-US"),
    ("Licence Creative Commons Attribution", "CC-BY"),
    (
      "Creative Commons Attribution - Pas d’Utilisation Commerciale - Pas de Modification 4.0",
      "CC-BY-NC-ND-4.0"
    ),
    ("Attribution - Partage dans les Mêmes Conditions 3.0 France", "CC-BY-SA-3.0"),
    (
      "Creative Commons Namensnennung - Nicht-kommerziell - Weitergabe unter gleichen Bedingungen 3.0 Deutschland",
      "CC-BY-NC-SA-3.0-DE"
    ),
    (
      "Creative Commons Reconocimiento-NoComercial-CompartirIgual 4.0 Internacional",
      "CC-BY-NC-SA-4.0"
    ),
    ("Licencia Creative Commons Atribución-NoComercial-SinDerivadas 4.0", "CC-BY-NC-ND-4.0"),
    ("Creative Commons Attribuzione - Non commerciale 4.0 Internazionale", "CC-BY-NC-4.0"),
    ("Creative Commons Naamsvermelding-GelijkDelen 3.0 Nederland", "CC-BY-SA-3.0"),
    ("Licença Creative Commons Atribuição-NãoComercial 4.0", "CC-BY-NC-4.0"),
  ])
  func `long names in several languages`(_ text: String, _ id: String) {
    #expect(Licence(text).id == id)
  }
}
