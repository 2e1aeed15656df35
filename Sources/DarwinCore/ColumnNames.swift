/// The names of the members that a table's columns become.
struct ColumnNames {
  /// In the order of the descriptor.
  private(set) var columns: [Column] = []
  /// What could not be named.
  private(set) var warnings: [String] = []

  /// Names the fields of a table.
  ///
  /// Of those with one simple name the one from dwc, dcterms or
  /// gbif keeps it, in this order, else the first; the others are written with their prefix or
  /// as a whole URI, and so are those that are `reserved`, which have the prefix `column` where
  /// they are bare names.
  init(_ fields: [TableDescriptor.Field], reserved: Set<String>) {
    var owners = [String: Int]()
    for (index, field) in fields.enumerated() where !reserved.contains(field.term.name) {
      let owner = owners[field.term.name]
      if owner.map({ field.term.rank < fields[$0].term.rank }) ?? true {
        owners[field.term.name] = index
      }
    }
    var taken = Set<String>()
    var seen = [String: Int]()
    for (index, field) in fields.enumerated() {
      let term = field.term
      let name = owners[term.name] == index ? term.name : term.qualifiedName
      seen[term.uri, default: 0] += 1
      if seen[term.uri] == 2 {
        let fate = taken.contains(name) ? "left out" : "written \(name)"
        warnings.append("the term \(term.uri) stands there twice; the further one is \(fate)")
      }
      guard taken.insert(name).inserted else { continue }
      columns.append(Column(name: name, cell: field.index, defaultValue: field.defaultValue))
    }
  }
}

extension TableDescriptor {
  /// The columns at the top of a record.
  ///
  /// The identifier is `id` where no term says what it is.
  func coreColumns(reserved: Set<String>) -> ColumnNames {
    var fields = fields
    if let idIndex, !fields.contains(where: { $0.index == idIndex }) {
      fields.insert(Field(term: Term("id"), index: idIndex, defaultValue: nil), at: 0)
    }
    return ColumnNames(fields, reserved: reserved)
  }

  /// The columns of a nested object: all but the one that names the core row.
  var nestedColumns: ColumnNames {
    ColumnNames(fields.filter { $0.index == nil || $0.index != idIndex }, reserved: [])
  }
}
