/// Tables of an archive that GBIF hands on as their publishers wrote them.
public struct VerbatimExtension: Hashable, Sendable {
  /// The row type, a URI.
  public let rowType: String

  /// Those that can be asked for (`Extension.availableExtensions` in gbif/gbif-api), by the
  /// names that GBIF's vocabulary gives them.
  public static let known: [(name: String, rowType: String)] = [
    ("Audubon", "http://rs.tdwg.org/ac/terms/Multimedia"),
    ("Image", "http://rs.gbif.org/terms/1.0/Image"),
    ("Multimedia", "http://rs.gbif.org/terms/1.0/Multimedia"),
    ("MeasurementOrFact", "http://rs.tdwg.org/dwc/terms/MeasurementOrFact"),
    ("ExtendedMeasurementOrFact", "http://rs.iobis.org/obis/terms/ExtendedMeasurementOrFact"),
    ("Identification", "http://rs.tdwg.org/dwc/terms/Identification"),
    ("Identifier", "http://rs.gbif.org/terms/1.0/Identifier"),
    ("Reference", "http://rs.gbif.org/terms/1.0/Reference"),
    ("ResourceRelationship", "http://rs.tdwg.org/dwc/terms/ResourceRelationship"),
    ("ChronometricAge", "http://rs.tdwg.org/chrono/terms/ChronometricAge"),
    ("DNADerivedData", "http://rs.gbif.org/terms/1.0/DNADerivedData"),
    ("Amplification", "http://data.ggbn.org/schemas/ggbn/terms/Amplification"),
    ("Cloning", "http://data.ggbn.org/schemas/ggbn/terms/Cloning"),
    ("GelImage", "http://data.ggbn.org/schemas/ggbn/terms/GelImage"),
    ("Loan", "http://data.ggbn.org/schemas/ggbn/terms/Loan"),
    ("MaterialSample", "http://data.ggbn.org/schemas/ggbn/terms/MaterialSample"),
    ("Permit", "http://data.ggbn.org/schemas/ggbn/terms/Permit"),
    ("Preparation", "http://data.ggbn.org/schemas/ggbn/terms/Preparation"),
    ("Preservation", "http://data.ggbn.org/schemas/ggbn/terms/Preservation"),
    ("GermplasmAccession", "http://purl.org/germplasm/germplasmTerm#GermplasmAccession"),
    ("GermplasmMeasurementScore", "http://purl.org/germplasm/germplasmTerm#MeasurementScore"),
    ("GermplasmMeasurementTrait", "http://purl.org/germplasm/germplasmTerm#MeasurementTrait"),
    ("GermplasmMeasurementTrial", "http://purl.org/germplasm/germplasmTerm#MeasurementTrial"),
  ]

  /// Reads a name, whatever its case and underscores, or any URI; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let folded = Self.fold(text)
    if let known = Self.known.first(where: { Self.fold($0.name) == folded }) {
      rowType = known.rowType
    } else if text.hasPrefix("http://") || text.hasPrefix("https://") {
      rowType = String(text)
    } else {
      return nil
    }
  }

  private static func fold(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0 != "_" }
  }
}
