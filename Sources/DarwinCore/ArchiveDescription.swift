public import Archives
public import Records

/// What is in an archive: its members, and its tables with what they mean.
public struct ArchiveDescription {
  /// A table, and how many rows it has.
  public struct TableDescription {
    /// `core` or `extension`.
    public let role: String
    /// What the descriptor says of it.
    public let descriptor: TableDescriptor
    /// How many rows it has, without headers and blank lines.
    public let rows: Int

    /// The names of its columns, as they would be in a record.
    public var columns: [String] {
      let names =
        role == "core"
        ? descriptor.coreColumns(reserved: Member.names) : descriptor.nestedColumns
      return names.columns.map(\.name)
    }
  }

  /// The path as its user knows it.
  public let path: String
  /// The regular files in it.
  public let members: [ArchiveMember]
  /// The core first.
  public let tables: [TableDescription]
}

extension DarwinCoreArchive {
  /// Describes the archive; all its tables are read to their ends, to be counted and checked.
  /// - Throws: `DarwinCoreError`.
  public func describe() throws(DarwinCoreError) -> ArchiveDescription {
    var tables = [try describe(descriptor.core, "core")]
    for table in descriptor.extensions { tables.append(try describe(table, "extension")) }
    return ArchiveDescription(path: archive.path, members: archive.members, tables: tables)
  }

  private func describe(
    _ descriptor: TableDescriptor, _ role: String
  ) throws(DarwinCoreError) -> ArchiveDescription.TableDescription {
    let table = try table(descriptor, isLiteral: false)
    var rows = TableReader(table)
    while try rows.next() {}
    return ArchiveDescription.TableDescription(
      role: role, descriptor: table.descriptor, rows: rows.tally.rows)
  }
}

extension ArchiveDescription {
  /// All of it as a JSON object.
  public var json: JSONObject {
    var object = JSONObject()
    object.add("path", path)
    object.add("members", json: JSONText.array(of: members.map { $0.json.bytes }))
    object.add("tables", json: JSONText.array(of: tables.map { $0.json.bytes }))
    return object
  }
}

extension ArchiveMember {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object.add("name", name)
    object.add("size", size)
    return object
  }
}

extension ArchiveDescription.TableDescription {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object.add("role", role)
    object.add("rowType", descriptor.rowType.uri)
    let locations = descriptor.locations.map(JSONString.bytes(of:))
    object.add("locations", json: JSONText.array(of: locations))
    object.add("encoding", descriptor.encoding.rawValue)
    object.add("rows", rows)
    object.add("columns", json: JSONText.array(of: columns.map(JSONString.bytes(of:))))
    return object
  }
}
