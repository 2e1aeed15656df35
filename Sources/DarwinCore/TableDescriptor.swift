/// What a descriptor says of one table: where its rows are, and what its columns mean.
public struct TableDescriptor: Sendable {
  /// A column, or a value that all rows share.
  public struct Field: Sendable {
    /// What it means.
    public var term: Term
    /// The cell's place in the row, from 0 up; `nil` for a value that all rows share.
    public var index: Int?
    /// The value where the cell is empty or there is none.
    public var defaultValue: String?

    /// Whether nothing says where its values come from.
    var isEmpty: Bool { index == nil && defaultValue == nil }
  }

  /// More columns than this no table has.
  static let maximumColumns = 1 << 16

  /// What a row is.
  public var rowType: Term
  /// The members that hold the rows, in order.
  public var locations: [String]
  /// How rows and cells are told apart.
  public var dialect = Dialect()
  /// Whether all this was made of the table's own header line.
  var isFromHeader = false
  /// Whether the descriptor itself says what is between cells.
  var hasDelimiter = true
  /// How characters are made of bytes.
  public var encoding = TextEncoding.utf8
  /// How many lines to pass over at the start of each location.
  public var headerLines = 0
  /// The cell that identifies the row (core) or names the core row (extension).
  public var idIndex: Int?
  /// In the order of the descriptor.
  public var fields: [Field] = []

  /// How many cells a row must have for all that is said of it.
  var requiredColumns: Int {
    max((fields.compactMap(\.index).max() ?? -1) + 1, (idIndex ?? -1) + 1)
  }
}

extension TableDescriptor {
  /// A column of identifiers that another table has too, at the places that are given as
  /// identifiers already where some are.
  func sharedIdentifier(
    with other: TableDescriptor
  ) -> (term: Term, core: Int, extension: Int)? {
    let others = Dictionary(
      other.fields.compactMap { field in
        field.index.map { (field.term, $0) }
      }.filter { other.idIndex == nil || other.idIndex == $0.1 },
      uniquingKeysWith: { first, _ in first })
    for field in fields where field.term.name.hasSuffix("ID") {
      guard let index = field.index, idIndex == nil || idIndex == index else { continue }
      if let otherIndex = others[field.term] { return (field.term, index, otherIndex) }
    }
    return nil
  }
}
