import Records

/// What a record tells of its file.
struct Recorded {
  let path: String
  let sha256: String?

  /// Whether bytes with this SHA-256 are those that the record means.
  func fits(_ sha256: String) -> Bool { self.sha256 == nil || self.sha256 == sha256 }
}

/// Reads what records tell of their files.
struct RecordedFile {
  private static let ok = Array("ok".utf8)[...]

  private let status: Field
  private let path: Field
  private let sha256: Field

  init(_ scanner: inout RecordScanner) {
    status = scanner.field(FieldPath(names: ["image", "status"]))
    path = scanner.field(FieldPath(names: ["image", "path"]))
    sha256 = scanner.field(FieldPath(names: ["image", "sha256"]))
  }

  /// `nil` where the record has no file, or none that came to be.
  func read(_ record: borrowing Record) -> Recorded? {
    if let status = record.text(of: status), !status.equals(Self.ok) { return nil }
    guard let path = record.string(path) else { return nil }
    return Recorded(path: path, sha256: record.string(sha256))
  }
}
