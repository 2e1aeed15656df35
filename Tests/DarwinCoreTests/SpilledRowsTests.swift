import Testing

@testable import DarwinCore

struct SpilledRowsTests {
  /// As many runs as leave some on three levels.
  private static let runs = SpilledRows.fanIn * SpilledRows.fanIn * 2 - 1

  @Test func `few runs are open at last, and rows of one id stay in their order`() throws {
    let archive = try TestArchive(core: "1\ta\t\n2\tb\t\n")
    let opened = try DarwinCoreArchive.open(archive.path)
    let ids = CoreIdentifiers(try opened.table(opened.descriptor.core, isLiteral: false))
    var spilled = SpilledRows()
    for number in 0..<Self.runs { try Self.spill("\(number)", ids, to: &spilled) }
    let cursors = try spilled.takeCursors()
    #expect(cursors.count <= SpilledRows.fanIn)

    var rows = RenderedRows()
    for cursor in cursors { try cursor.take(1, into: &rows) }
    let found = (0..<rows.count).map { unsafe String(decoding: rows.object($0), as: UTF8.self) }
    #expect(found == (0..<Self.runs).map { #"{"identifier":"\#($0)"}"# })
  }

  /// Spills a row of the second id.
  private static func spill(
    _ value: String, _ ids: CoreIdentifiers, to spilled: inout SpilledRows
  ) throws {
    var columns = ColumnSet()
    columns.add(Column(name: "identifier", cell: nil, defaultValue: value))
    var store = RowStore()
    var id = JSONBuffer()
    id.append("2")
    var row = JSONBuffer()
    CompactRow.append(1, to: &row)
    CompactRow.append(value.utf8.count, to: &row)
    row.append(Array(value.utf8))
    row.append(0)
    store.add(id, row: row)
    try spilled.add(&store, columns, ids)
  }
}
