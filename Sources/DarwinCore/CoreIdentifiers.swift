internal import ByteStreams

/// The identifiers of all rows of the core in their order.
///
/// They are read when they are wanted for the first time, and kept in a spool: one a line, as
/// they stand in a string of JSON.
final class CoreIdentifiers {
  private let table: Table
  private var lines: SpooledLines?

  init(_ table: Table) {
    self.table = table
    lines = nil
  }

  /// Calls `body` with each identifier and its number from 0 up.
  func forEach(
    _ body: (Int, borrowing JSONBuffer) throws(StreamError) -> Void
  ) throws(DarwinCoreError) {
    if lines == nil { lines = try read() }
    do {
      guard var lines = try lines?.read() else { return }
      var number = 0
      var id = JSONBuffer()
      while let line = try lines.next() {
        id.removeAll()
        unsafe line.bytes.withUnsafeBytes { bytes in unsafe id.append(bytes) }
        try body(number, id)
        number += 1
      }
    } catch {
      throw DarwinCoreError(error)
    }
  }

  private func read() throws(DarwinCoreError) -> SpooledLines {
    var spool = try streaming { () throws(StreamError) in try Spool.create() }
    var rows = TableReader(table)
    var id = JSONBuffer()
    while try rows.next() {
      rows.takeID(table.descriptor.idIndex ?? 0, into: &id)
      do { try spool.append(id.span) } catch { throw DarwinCoreError(error) }
    }
    do { return try spool.finish() } catch { throw DarwinCoreError(error) }
  }
}
