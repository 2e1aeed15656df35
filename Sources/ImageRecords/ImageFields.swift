internal import Images
public import Records

/// The fields of a member `image`.
public struct ImageFields {
  /// `ok`, `failed` or `skipped`.
  public let status: Field
  /// Of a picture that is there.
  public let path, sha256, format, width, height, orientation, complete, url: Field
  private let bytes: Field
  /// Of one that is not.
  public let error, http, attempts, message, retry: Field

  /// Asks `scanner` for them.
  public init(_ scanner: inout RecordScanner) {
    func field(_ name: String) -> Field { scanner.field(FieldPath(names: ["image", name])) }
    (status, path, bytes) = (field("status"), field("path"), field("bytes"))
    (sha256, format) = (field("sha256"), field("format"))
    (width, height) = (field("width"), field("height"))
    (orientation, complete, url) = (field("orientation"), field("complete"), field("url"))
    (error, http, attempts) = (field("error"), field("http"), field("attempts"))
    (message, retry) = (field("message"), field("retry"))
  }

  /// How many bytes the file has, as a record tells; `nil` where it tells no number, or one below
  /// 0.
  public func size(in record: borrowing Record) -> Int? {
    record.number(bytes).flatMap { $0 < 0 ? nil : $0 }
  }

  /// The picture that is there; `nil` where something of its file is missing.
  public func picture(in record: borrowing Record) -> PictureFile? {
    guard let path = record.string(path), let sha256 = record.string(sha256),
      let bytes = size(in: record),
      let kind = record.string(format).flatMap({ ImageKind(rawValue: $0) })
    else { return nil }
    let header = ImageHeader(
      kind: kind, width: record.number(width), height: record.number(height),
      orientation: record.number(orientation), isComplete: record.string(complete) != "false")
    return PictureFile(
      path: path, bytes: bytes, sha256: sha256, header: header, url: record.string(url))
  }
}
