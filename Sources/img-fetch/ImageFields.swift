import Fetching
import Images
import Records

/// The fields of a member `image`.
struct ImageFields {
  let status: Field
  private let path, bytes, sha256, format, width, height, orientation, complete, url: Field
  private let error, http, attempts, message, retry: Field

  init(_ scanner: inout RecordScanner) {
    func field(_ name: String) -> Field { scanner.field(FieldPath(names: ["image", name])) }
    (status, path, bytes) = (field("status"), field("path"), field("bytes"))
    (sha256, format, width, height) = (
      field("sha256"), field("format"), field("width"), field("height")
    )
    (orientation, complete, url) = (field("orientation"), field("complete"), field("url"))
    (error, http, attempts) = (field("error"), field("http"), field("attempts"))
    (message, retry) = (field("message"), field("retry"))
  }

  /// The picture that was fetched; `nil` where something of it is missing.
  func picture(in record: borrowing Record) -> Picture? {
    guard let path = record.string(path), let sha256 = record.string(sha256),
      let url = record.string(url), let bytes = record.number(bytes),
      let kind = record.string(format).flatMap({ ImageKind(rawValue: $0) })
    else { return nil }
    let header = ImageHeader(
      kind: kind, width: record.number(width), height: record.number(height),
      orientation: record.number(orientation), isComplete: record.string(complete) != "false")
    return Picture(path: path, bytes: bytes, sha256: sha256, header: header, url: url)
  }

  /// What failed; `nil` where the cause is missing.
  func failed(in record: borrowing Record) -> Failed? {
    guard let error = record.string(error) else { return nil }
    let failure = FetchFailure(
      error, http: record.number(http), record.string(message),
      isTemporary: record.string(retry) == "true")
    return Failed(failure: failure, attempts: record.number(attempts) ?? 0)
  }
}

extension Record {
  /// A field's text.
  func string(_ field: Field) -> String? { text(of: field)?.string }

  /// A field's number.
  func number(_ field: Field) -> Int? { string(field).flatMap { Int($0) } }
}
