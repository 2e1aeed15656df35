/// The rows of an extension that is no media.
///
/// It is a class so that there can be several.
final class OtherRows {
  private(set) var rows: ExtensionRows
  private var batch = RenderedRows()

  init(_ rows: consuming ExtensionRows) { self.rows = rows }

  /// Finds the rows of a row of the core.
  func find(_ id: borrowing JSONBuffer, number: Int) { rows.find(id, number: number) }

  /// Appends those that were found as an array, if there are any.
  func append(to record: inout JSONBuffer, of archive: String, limit: Int) throws(DarwinCoreError) {
    try rows.takeBatch(into: &batch)
    try rows.appendArray(startingWith: &batch, of: archive, to: &record, limit: limit)
  }
}
