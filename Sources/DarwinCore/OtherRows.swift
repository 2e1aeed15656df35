/// The rows of an extension that is no media.
///
/// It is a class so that there can be several.
final class OtherRows {
  private(set) var rows: ExtensionRows
  private var found = RenderedRows()

  init(_ rows: consuming ExtensionRows) { self.rows = rows }

  /// Finds the rows of a row of the core.
  func find(_ id: borrowing JSONBuffer, number: Int) throws(DarwinCoreError) {
    try rows.find(id, number: number, into: &found)
  }

  /// Appends those that were found as an array, if there are any.
  func append(to record: inout JSONBuffer) {
    if found.count > 0 { found.append(toArray: rows.name, of: &record) }
  }
}
