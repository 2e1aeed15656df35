internal import Archives

/// A table with its descriptor and the members that hold its rows.
struct Table {
  let archive: Archive
  let descriptor: TableDescriptor
  let members: [ArchiveMember]
  /// Whether quotes in a table without an enclosure are always taken as they are.
  var isLiteral = false

  /// Whether its cells may be quoted although the descriptor says that nothing encloses them:
  /// GBIF's small downloads quote a cell with a quote in it, its large ones do not.
  var mayBeQuotedByGBIF: Bool {
    let dialect = descriptor.dialect
    return !isLiteral && dialect.enclosure == nil && dialect.delimiter == UInt8(ascii: "\t")
  }
}
