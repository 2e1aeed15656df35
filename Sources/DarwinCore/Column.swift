/// A member of the objects that are made of a table's rows.
struct Column {
  /// The member's name.
  let name: String
  /// The cell that it is made of; `nil` for a value that all rows share.
  let cell: Int?
  /// Its value where the cell is empty or there is none.
  let defaultValue: String?
}
