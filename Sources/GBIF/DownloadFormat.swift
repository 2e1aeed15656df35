/// The forms in which GBIF hands out occurrences (DownloadFormat in gbif/gbif-api).
public enum DownloadFormat: String, CaseIterable, Sendable {
  /// A Darwin Core Archive, the only one with the addresses of media.
  case darwinCoreArchive = "DWCA"
  case simpleCSV = "SIMPLE_CSV"
  case simpleParquet = "SIMPLE_PARQUET"
  case simpleAvro = "SIMPLE_AVRO"
  case simpleWithVerbatimAvro = "SIMPLE_WITH_VERBATIM_AVRO"
  case speciesList = "SPECIES_LIST"
  case tableOfSQL = "SQL_TSV_ZIP"
  case mapOfLife = "MAP_OF_LIFE"
  case bionomia = "BIONOMIA"
  case sequenceArchive = "FASTA_ARCHIVE"

  /// The last part of a file's name.
  public var fileExtension: String {
    switch self {
    case .simpleAvro, .mapOfLife: "avro"
    default: "zip"
    }
  }
}
