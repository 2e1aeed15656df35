import Records
import Values

/// Keeps the first records, or the first of each group; those without the field that makes
/// the groups are a group of their own.
struct Head {
  private let limit: Int
  private let field: ExpressionField?
  private var counts: [UInt64?: Int] = [:]

  init(_ limit: Int, per expression: FieldExpression?, _ scanner: inout RecordScanner) {
    self.limit = limit
    field = expression.map { ExpressionField($0, &scanner) }
  }

  mutating func keep(_ record: borrowing Record) -> Bool {
    let group = group(of: record)
    let count = counts[group, default: 0]
    if count == limit { return false }
    counts[group] = count + 1
    return true
  }

  private func group(of record: borrowing Record) -> UInt64? {
    field?.hash(of: record)
  }

  /// What the summary says of the group of those without the field.
  var remark: String {
    guard field != nil, let count = counts[nil] else { return "" }
    return " (\(count) kept have no value to group by)"
  }
}
