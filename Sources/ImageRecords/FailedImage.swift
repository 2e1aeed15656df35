internal import ByteStreams
public import Records

/// Makes a record's member `image` that of a failed one: what it tells of the file stays.
public struct FailedImage: ~Copyable {
  private let image: Member
  private let value: Field
  private var own = RecordScanner()
  private let status: Member
  private let error: Member
  private let message: Member
  private let retry: Member

  /// Asks `scanner` for the member.
  public init(_ scanner: inout RecordScanner) {
    image = Member("image", &scanner)
    value = scanner.field(FieldPath(names: ["image"]))
    status = Member("status", &own)
    error = Member("error", &own)
    message = Member("message", &own)
    retry = Member("retry", &own)
  }

  /// The bytes of `record`, whose picture failed by this cause and reason; `retry` says whether
  /// a rerun may help.
  public mutating func bytes(
    of record: borrowing Record, error cause: String, message reason: String, retry: Bool = false
  ) throws(RecordFault) -> [UInt8] {
    var told = Array("{}".utf8)
    if let value = record.value(of: value), value[0] == told[0] {
      told = value.indices.map { value[$0] }
    }
    for (member, text) in [(status, "failed"), (error, cause), (message, reason)] {
      var json: [UInt8] = []
      JSONString.append(text.utf8, to: &json)
      told = try set(member, json, of: told)
    }
    return image.bytes(of: record, with: try set(self.retry, Array("\(retry)".utf8), of: told))
  }

  private mutating func set(
    _ member: Member, _ value: [UInt8], of image: [UInt8]
  ) throws(RecordFault) -> [UInt8] {
    let held = HeldLine(image)
    return member.bytes(of: try own.scan(held.line), with: value)
  }
}
