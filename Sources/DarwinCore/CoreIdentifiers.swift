internal import ByteStreams

/// The identifiers of all rows of the core in their order, kept in a spool: one a line, as
/// they stand in a string of JSON.
struct CoreIdentifiers: ~Copyable {
  private var spool: Spool?

  /// Reads them from the core table.
  static func read(_ table: Table) throws(DarwinCoreError) -> CoreIdentifiers {
    var spool = try streaming { () throws(StreamError) in try Spool.create() }
    var rows = TableReader(table)
    var id = JSONBuffer()
    while try rows.next() {
      rows.takeID(table.descriptor.idIndex ?? 0, into: &id)
      try append(id, to: &spool)
    }
    return CoreIdentifiers(spool: spool)
  }

  private init(spool: consuming Spool) { self.spool = consume spool }

  private static func append(
    _ id: borrowing JSONBuffer, to spool: inout Spool
  ) throws(DarwinCoreError) {
    do { try spool.append(id.span) } catch { throw DarwinCoreError(error) }
  }

  /// Calls `body` with each identifier and its number from 0 up. A spool is read once, so a
  /// new one is written meanwhile.
  mutating func forEach(
    _ body: (Int, borrowing JSONBuffer) throws(StreamError) -> Void
  ) throws(DarwinCoreError) {
    do {
      var next = try Spool.create()
      guard var lines = try spool.take()?.read() else { return }
      var number = 0
      var id = JSONBuffer()
      while let line = try lines.next() {
        id.removeAll()
        unsafe line.bytes.withUnsafeBytes { bytes in unsafe id.append(bytes) }
        try body(number, id)
        try next.append(id.span)
        number += 1
      }
      spool = consume next
    } catch {
      throw DarwinCoreError(error)
    }
  }
}
