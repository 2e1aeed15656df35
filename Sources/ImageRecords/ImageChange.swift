internal import ByteStreams
public import Records

/// Sets members within a record's member `image`; what else that tells stays.
public struct ImageChange: ~Copyable {
  private let image: Member
  private let value: Field
  private var own = RecordScanner()
  private let members: [Member]

  /// A change of the members of these names; asks `scanner` for `image`.
  public init(of names: [String], _ scanner: inout RecordScanner) {
    image = Member("image", &scanner)
    value = scanner.field(FieldPath(names: ["image"]))
    var own = RecordScanner()
    members = names.map { Member($0, &own) }
    self.own = own
  }

  /// The bytes of `record` with these JSON texts as the members, in the order of their names;
  /// `nil` leaves one as it is.
  public mutating func bytes(
    of record: borrowing Record, setting values: [[UInt8]?]
  ) throws(RecordFault) -> [UInt8] {
    var told = Array("{}".utf8)
    if let value = record.value(of: value), value[0] == told[0] {
      told = value.indices.map { value[$0] }
    }
    let held = HeldLine(told)
    let changes = zip(members, values).compactMap { member, value in value.map { (member, $0) } }
    return image.bytes(
      of: record, with: try own.scan(held.line).bytes(with: changes.map { ($0.0, $0.1) }))
  }
}
