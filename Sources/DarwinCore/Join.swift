public import ByteStreams

/// Makes records of an archive: each row of the core with the rows that extend it, in the
/// order of the core.
///
/// Rows of the core that share an identifier each get all that belongs to it.
public struct Join: ~Copyable {
  /// With less memory than this for rows, spools would be many and short.
  private static let leastMemory = 1 << 16

  private let core: Table
  private let options: JoinOptions
  private let isInterrupted: () -> Bool
  /// The media, where there are any, then the other extensions that are wanted.
  private var media: ExtensionRows?
  private var others: [Other] = []

  private var columns = ColumnSet()
  private var record = JSONBuffer()
  private var id = JSONBuffer()
  private var found = RenderedRows()
  private var end: [UInt8] = []

  /// What was seen so far.
  public private(set) var tally = JoinTally()
  /// What is odd about the archive but does not hinder the reading.
  public private(set) var warnings: [String]

  /// An extension that is no media, so that there can be several.
  private final class Other {
    var rows: ExtensionRows
    init(_ rows: consuming ExtensionRows) { self.rows = rows }
  }

  /// Whether the archive has a table of media.
  public var hasMedia: Bool { media != nil }

  /// Reads all tables but the core.
  ///
  /// `isInterrupted` is asked before each row; where it is true, the reading ends there.
  /// - Throws: `DarwinCoreError`.
  public static func load(
    _ archive: DarwinCoreArchive, _ options: JoinOptions,
    isInterrupted: @escaping () -> Bool = { false }
  ) throws(DarwinCoreError) -> Join {
    let core = try archive.table(archive.descriptor.core, isLiteral: options.isLiteral)
    var join = Join(core, options, archive.descriptor.warnings, isInterrupted)
    if !options.isCoreOnly { try join.loadExtensions(archive) }
    join.nameColumns()
    return join
  }

  private init(
    _ core: Table, _ options: JoinOptions, _ warnings: [String],
    _ isInterrupted: @escaping () -> Bool
  ) {
    self.core = core
    self.options = options
    self.warnings = warnings
    self.isInterrupted = isInterrupted
    media = nil
    if let download = options.download { end = Array(",\"download\":".utf8) + download }
    end.append(UInt8(ascii: "}"))
  }

  private mutating func nameColumns() {
    let names = core.descriptor.coreColumns(
      reserved: ColumnNames.reserved.union(others.map { $0.rows.name }))
    warnings += names.warnings
    for column in names.columns where options.includes(column.name) { columns.add(column) }
  }

  private mutating func loadExtensions(_ archive: DarwinCoreArchive) throws(DarwinCoreError) {
    let all = archive.descriptor.extensions
    let ids = CoreIdentifiers(core)
    var rest = options.memory
    let mediaTables = all.filter(\.rowType.isMedia)
    if !mediaTables.isEmpty {
      let rows = try load(mediaTables, of: archive, as: "media", ids, memory: &rest)
      media = consume rows
    }
    for name in options.extensions {
      let tables = all.filter { !$0.rowType.isMedia && $0.rowType.name == name }
      if tables.isEmpty { warnings.append("it has no extension \(name)") }
      others.append(Other(try load(tables, of: archive, as: name, ids, memory: &rest)))
    }
  }

  /// Reads tables that become one member; what they take is taken off `memory`.
  private mutating func load(
    _ tables: [TableDescriptor], of archive: DarwinCoreArchive, as name: String,
    _ ids: CoreIdentifiers, memory: inout Int
  ) throws(DarwinCoreError) -> ExtensionRows {
    var rows = ExtensionRows(name: name)
    for descriptor in tables {
      let table = try archive.table(descriptor, isLiteral: options.isLiteral)
      let available = max(memory, Self.leastMemory)
      try rows.load(table, options, memory: available, ids, isInterrupted)
    }
    try rows.finish()
    warnings += rows.warnings
    memory -= rows.size
    return rows
  }

  /// Writes all records.
  ///
  /// Where it throws, those that were written are whole.
  /// - Throws: `DarwinCoreError`.
  public mutating func write(to writer: inout LineWriter) throws(DarwinCoreError) {
    var rows = TableReader(core)
    var isAtEnd = false
    defer { count(rows, isAtEnd: isAtEnd) }
    while try rows.next() {
      if isInterrupted() { return }
      rows.takeID(core.descriptor.idIndex ?? 0, into: &id)
      let number = rows.tally.rows - 1
      try media?.find(id, number: number, into: &found)
      if found.count > 0 { tally.withMedia += 1 }
      let isWanted = found.count > 0 || media == nil || options.includesAll
      try render(rows, number, isWanted: isWanted)
      if isWanted { try writeRecords(to: &writer) }
    }
    isAtEnd = true
    if let fault = rows.descriptorFault ?? media?.fault { throw fault }
  }

  /// All rows of extensions are asked for, so that those that belong nowhere are known.
  private mutating func render(
    _ rows: borrowing TableReader, _ number: Int, isWanted: Bool
  ) throws(DarwinCoreError) {
    record.removeAll()
    if isWanted { columns.render(rows, to: &record) }
    for other in others { try append(other, number) }
  }

  private mutating func append(_ other: Other, _ number: Int) throws(DarwinCoreError) {
    var rows = RenderedRows()
    try other.rows.find(id, number: number, into: &rows)
    if rows.count > 0, options.includes(other.rows.name) {
      appendArray(rows, named: other.rows.name)
    }
  }

  private mutating func appendArray(_ rows: borrowing RenderedRows, named name: String) {
    record.append(Array(",\"\(name)\":".utf8))
    for index in 0..<rows.count {
      record.append(index == 0 ? "[" : ",")
      unsafe record.append(rows.object(index))
    }
    record.append("]")
  }

  private mutating func writeRecords(to writer: inout LineWriter) throws(DarwinCoreError) {
    let hasNoMember = found.count == 0 || !options.includes("media")
    if hasNoMember || options.isNested {
      let count = hasNoMember && !options.isNested ? max(1, found.count) : 1
      if !hasNoMember { appendNested() }
      for _ in 0..<count { try writeRecord(to: &writer) }
      return
    }
    let coreCount = record.count
    for index in 0..<found.count {
      record.truncate(to: coreCount)
      record.append(",\"media\":")
      unsafe record.append(found.object(index))
      try writeRecord(to: &writer)
    }
  }

  private mutating func appendNested() {
    record.append(",\"media\":")
    for index in 0..<found.count {
      record.append(index == 0 ? "[" : ",")
      unsafe record.append(found.object(index))
    }
    record.append("]")
  }

  private mutating func writeRecord(to writer: inout LineWriter) throws(DarwinCoreError) {
    let count = record.count
    record.append(end)
    // In the place of the first comma, or alone where there is no member at all.
    if record[0] == UInt8(ascii: ",") {
      record[0] = UInt8(ascii: "{")
    } else if count == 0 {
      writer.append("{")
    }
    writer.append(record.span)
    do { try writer.endLine() } catch { throw DarwinCoreError(error) }
    tally.records += 1
    record.truncate(to: count)
  }

  /// Which media belong nowhere is known only at the end.
  private mutating func count(_ rows: borrowing TableReader, isAtEnd: Bool) {
    tally.coreRows += rows.tally.rows
    tally.add(rows.tally)
    tally.replacements += record.replacements
    if let seen = media?.finalTally { tally += seen }
    if !isAtEnd { tally.orphans = 0 }
  }
}
