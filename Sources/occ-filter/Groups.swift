import Records
import Values

/// The groups of the records, and how many records each one has.
struct Groups {
  /// The group of the records without a value; of all where no field makes the groups.
  static let absent = 0

  private let field: ExpressionField?
  private let keepsValues: Bool
  private var table = GroupTable()
  /// How many records there are of each group.
  private(set) var counts = [0]
  private var values = GroupValues()

  /// The groups that `expression` makes, their values too where they are to be shown.
  init(by expression: FieldExpression?, showing: Bool, _ scanner: inout RecordScanner) {
    field = expression.map { ExpressionField($0, &scanner) }
    keepsValues = showing
  }

  /// Whether a field makes the groups.
  var isGrouped: Bool { field != nil }

  /// Counts a record: its group, and how many that has now.
  mutating func add(_ record: borrowing Record) -> (group: Int, count: Int) {
    let group = group(of: record)
    counts[group] += 1
    return (group, counts[group])
  }

  /// The value of a group; `nil` for the one without.
  func value(of group: Int) -> ArraySlice<UInt8>? {
    group == Self.absent ? nil : values[group - 1]
  }

  private mutating func group(of record: borrowing Record) -> Int {
    guard let field else { return Self.absent }
    return field.withBytes(of: record) { number(of: $0) } ?? Self.absent
  }

  private mutating func number(of value: borrowing Span<UInt8>) -> Int {
    var hash = SipHash(k0: 0)
    hash.append(value)
    let group = table.number(of: hash.finish()) + 1
    if group == counts.count {
      counts.append(0)
      if keepsValues { values.append(value) }
    }
    return group
  }
}

/// The values of groups, one behind the other.
struct GroupValues {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  mutating func append(_ value: borrowing Span<UInt8>) {
    for index in value.indices { bytes.append(value[index]) }
    ends.append(bytes.count)
  }

  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
