internal import Records

/// Makes records of an archive: each row of the core with the rows that extend it, in the
/// order of the core.
///
/// Rows of the core that share an identifier each get all that belongs to it.
public struct Join: ~Copyable {
  /// With less memory than this for rows, spools would be many and short.
  private static let leastMemory = 1 << 16

  let core: Table
  let options: JoinOptions
  let isInterrupted: () -> Bool
  /// The media, where there are any, then the other extensions that are wanted.
  var media: ExtensionRows?
  var others: [OtherRows] = []

  var columns = ColumnSet()
  var record = JSONBuffer()
  var id = JSONBuffer()
  var found = RenderedRows()
  var end: [UInt8] = []

  /// What was seen so far.
  public internal(set) var tally = JoinTally()
  /// What is odd about the archive but does not hinder the reading.
  public private(set) var warnings: [String]

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
      reserved: Member.names.union(others.map { $0.rows.name }))
    warnings += names.warnings
    for column in names.columns where options.includes(column.name) { columns.add(column) }
  }

  private mutating func loadExtensions(_ archive: DarwinCoreArchive) throws(DarwinCoreError) {
    let all = archive.descriptor.extensions
    let ids = CoreIdentifiers(core, isInterrupted)
    var rest = options.memory
    let mediaTables = all.filter(\.rowType.isMedia)
    if !mediaTables.isEmpty {
      let rows = try load(mediaTables, of: archive, as: "media", ids, memory: &rest)
      media = consume rows
    }
    for name in options.extensions {
      let tables = all.filter { !$0.rowType.isMedia && $0.rowType.name == name }
      if tables.isEmpty { warnings.append("it has no extension \(name)") }
      others.append(OtherRows(try load(tables, of: archive, as: name, ids, memory: &rest)))
    }
  }

  /// Reads tables that become one member; what they take is taken off `memory`.
  private mutating func load(
    _ tables: [TableDescriptor], of archive: DarwinCoreArchive, as name: String,
    _ ids: CoreIdentifiers, memory: inout Int
  ) throws(DarwinCoreError) -> ExtensionRows {
    let available = max(memory, Self.leastMemory)
    var rows = ExtensionRows(name: name)
    for descriptor in tables {
      let table = try archive.table(descriptor, isLiteral: options.isLiteral)
      try rows.load(table, options, memory: available, ids.rule, isInterrupted)
    }
    try rows.finish(ids, memory: available)
    warnings += rows.warnings
    memory -= rows.size
    return rows
  }
}
