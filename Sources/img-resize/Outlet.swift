import ImageRecords
import Invocation
import Records

/// Where records leave with a new picture.
struct Outlet: ~Copyable {
  private let whole: Field
  private let image: Member
  private let original: Member
  /// Where all others leave.
  var records: PictureOutlet

  static func open(_ options: ImgResize, _ scanner: inout RecordScanner) throws -> Outlet {
    Outlet(
      whole: scanner.field(FieldPath(names: ["image"])), image: Member("image", &scanner),
      original: Member("original", &scanner),
      records: try .open(options.stream, failures: options.failing.failures, &scanner))
  }

  private init(
    whole: Field, image: Member, original: Member, records: consuming PictureOutlet
  ) {
    self.whole = whole
    self.image = image
    self.original = original
    self.records = records
  }

  /// Passes on a record with its new picture, and the one before as `original`.
  mutating func tell(_ record: borrowing Record, _ picture: PictureFile) throws {
    var before: [UInt8] = []
    if let value = record.value(of: whole) { before = value.indices.map { value[$0] } }
    let line = record.bytes(with: [(image, picture.json.bytes), (original, before)])
    try records.pass(line.span)
  }

  /// Ends the writing.
  consuming func finish() throws { try records.finish() }
}
