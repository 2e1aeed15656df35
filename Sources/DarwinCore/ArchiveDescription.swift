public import Archives
internal import Records

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
        ? descriptor.coreColumns(reserved: ColumnNames.reserved) : descriptor.nestedColumns
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
  public var json: [UInt8] {
    JSONText.object([
      ("path", JSONText.string(path)),
      ("members", JSONText.array(members.map(Self.json))),
      ("tables", JSONText.array(tables.map(\.json))),
    ])
  }

  private static func json(_ member: ArchiveMember) -> [UInt8] {
    JSONText.object([
      ("name", JSONText.string(member.name)), ("size", member.size.map { JSONText.number($0) }),
    ])
  }
}

extension ArchiveDescription.TableDescription {
  var json: [UInt8] {
    JSONText.object([
      ("role", JSONText.string(role)),
      ("rowType", JSONText.string(descriptor.rowType.uri)),
      ("locations", JSONText.array(descriptor.locations.map(JSONText.string))),
      ("encoding", JSONText.string(descriptor.encoding.rawValue)),
      ("rows", JSONText.number(rows)),
      ("columns", JSONText.array(columns.map(JSONText.string))),
    ])
  }
}

/// Pieces of JSON as text.
private enum JSONText {
  static func string(_ text: String) -> [UInt8] {
    var bytes = [UInt8]()
    JSONString.append(text.utf8, to: &bytes)
    return bytes
  }

  static func number(_ number: Int) -> [UInt8] { Array(String(number).utf8) }

  static func array(_ elements: [[UInt8]]) -> [UInt8] {
    Array("[".utf8) + elements.joined(separator: Array(",".utf8)) + Array("]".utf8)
  }

  /// Members without a value are left out.
  static func object(_ members: [(name: String, value: [UInt8]?)]) -> [UInt8] {
    let texts = members.compactMap { member in
      member.value.map { string(member.name) + Array(":".utf8) + $0 }
    }
    return Array("{".utf8) + texts.joined(separator: Array(",".utf8)) + Array("}".utf8)
  }
}
