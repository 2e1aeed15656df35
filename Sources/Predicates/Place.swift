internal import Records

/// Where a record is.
struct Place {
  private let latitude: Field
  private let longitude: Field

  /// The fields that are read.
  static let paths = ["decimalLatitude", "decimalLongitude"].map { FieldPath(names: [$0]) }

  init(_ scanner: inout RecordScanner) {
    latitude = scanner.field(Self.paths[0])
    longitude = scanner.field(Self.paths[1])
  }

  /// Degrees; `nil` where one of them is absent or no number.
  func coordinates(of record: borrowing Record) -> (latitude: Double, longitude: Double)? {
    guard let latitude = record.text(of: latitude)?.withBytes(DecimalNumber.parse),
      let longitude = record.text(of: longitude)?.withBytes(DecimalNumber.parse)
    else { return nil }
    return (latitude, longitude)
  }
}
