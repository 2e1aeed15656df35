internal import GBIF
internal import Records
internal import RegularExpressions
internal import Values

/// A condition, and the fields of which any may fulfil it.
struct Test {
  private let fields: [ExpressionField]
  /// Whether a cell may hold several values with semicolons between them.
  private let holdsSeveral: Bool
  private let condition: Condition

  init(_ term: Term, _ condition: Condition, _ scanner: inout RecordScanner) {
    fields = term.expressions.map { ExpressionField($0, &scanner) }
    holdsSeveral = term.holdsSeveral
    self.condition = condition
  }

  func accepts(_ record: borrowing Record) throws(RegularExpressionError) -> Bool {
    for field in fields where try accepts(record, field) { return true }
    return false
  }

  private func accepts(
    _ record: borrowing Record, _ field: ExpressionField
  ) throws(RegularExpressionError) -> Bool {
    var fault: RegularExpressionError?
    let holds = field.contains(in: record) { value in
      do throws(RegularExpressionError) {
        return try holdsSeveral ? anyOf(value) : condition.holds(for: value)
      } catch {
        fault = error
        return true
      }
    }
    if let fault { throw fault }
    return holds
  }

  /// Whether the cell or one of its values fulfils the condition.
  private func anyOf(_ cell: borrowing Span<UInt8>) throws(RegularExpressionError) -> Bool {
    if try condition.holds(for: cell) { return true }
    var start = 0
    while start <= cell.count {
      let end = (start..<cell.count).first { cell[$0] == UInt8(ascii: ";") } ?? cell.count
      // A cell without a semicolon was looked at as a whole.
      if start == 0, end == cell.count { return false }
      if try condition.holds(for: trimmed(cell.extracting(start..<end))) { return true }
      start = end + 1
    }
    return false
  }

  @_lifetime(copy value)
  private func trimmed(_ value: Span<UInt8>) -> Span<UInt8> {
    var (start, end) = (0, value.count)
    while start < end, value[start] == 0x20 { start += 1 }
    while end > start, value[end - 1] == 0x20 { end -= 1 }
    return value.extracting(start..<end)
  }
}

extension Term {
  /// Cells of GBIF's records that may hold several values, under names that no key has.
  private static let fieldsOfSeveral: Set<FieldExpression> = [
    FieldExpression(of: FieldPath(names: ["mediaType"]))
  ]

  /// The fields of which any may fulfil a condition.
  var expressions: [FieldExpression] {
    switch self {
    case .key(let key): key.fields.map { FieldExpression(of: $0) }
    case .field(let expression): [expression]
    }
  }

  /// Whether a cell may hold several values with semicolons between them.
  var holdsSeveral: Bool {
    switch self {
    case .key(let key): key.holdsSeveral
    case .field(let expression): Self.fieldsOfSeveral.contains(expression)
    }
  }
}
