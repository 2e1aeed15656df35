import ImageRecords
import Records
import Values

/// What a record tells of its sample.
struct SampleFacts {
  let name: SampleName
  /// Where its file lies.
  let path: String?
  /// How long that is, in bytes.
  let size: Int?
  /// In hexadecimal digits of either case.
  let sha256: String?
  let format: String?
  /// In UTF-8.
  let label: [UInt8]?
}

/// Reads what records tell of their samples.
struct SampleReader {
  private let identity: Identity
  private let label: ExpressionField
  private let image: ImageFields

  init(_ options: ImgPack, _ scanner: inout RecordScanner) {
    identity = Identity(&scanner)
    label = ExpressionField(options.label, &scanner)
    image = ImageFields(&scanner)
  }

  func facts(of record: borrowing Record) -> SampleFacts {
    SampleFacts(
      name: SampleName(id: identity.id(of: record)?.string, key: identity.key(of: record)),
      path: record.string(image.path), size: image.size(in: record),
      sha256: record.string(image.sha256), format: record.string(image.format),
      label: label.withFirst(of: record) { label in label.indices.map { label[$0] } })
  }
}
