public import Archives

/// An archive of tables, with what they mean.
public struct DarwinCoreArchive {
  /// More bytes than this no descriptor has.
  private static let descriptorLimit = 4 << 20

  /// The members as they lie.
  public let archive: Archive
  /// What the tables mean: by meta.xml, else by their headers.
  public let descriptor: ArchiveDescriptor
  private let names: MemberNames

  /// Opens an archive and finds out what its tables mean; messages call it `name`.
  /// - Throws: `DarwinCoreError`.
  public static func open(
    _ path: String, named name: String? = nil
  ) throws(DarwinCoreError) -> DarwinCoreArchive {
    let archive = try reading { () throws(ArchiveError) in
      try Archive.open(path, named: name)
    }
    return try open(archive)
  }

  private static func open(_ archive: Archive) throws(DarwinCoreError) -> DarwinCoreArchive {
    var names = MemberNames(archive)
    guard let member = try names.findDescriptor() else {
      let descriptor = try HeaderDescriptor(archive, names).descriptor()
      return DarwinCoreArchive(archive: archive, descriptor: descriptor, names: names)
    }
    names.enterFolder(of: member)
    let document = try reading { () throws(ArchiveError) in
      try archive.contents(of: member, limit: descriptorLimit)
    }
    var descriptor = try DescriptorParser.parse(
      document, archive: archive.path, member: member.name)
    for table in descriptor.extensions {
      for location in table.locations where try names.find(location) == nil {
        if table.rowType.isMedia { throw Self.missing(location, in: archive) }
        descriptor.warnings.append("\(location): is named in meta.xml but missing")
      }
    }
    return DarwinCoreArchive(archive: archive, descriptor: descriptor, names: names)
  }

  /// A table with its members.
  /// - Throws: `DarwinCoreError` where a member is missing.
  func table(_ descriptor: TableDescriptor, isLiteral: Bool) throws(DarwinCoreError) -> Table {
    var members = [ArchiveMember]()
    for location in descriptor.locations {
      guard let member = try names.find(location) else {
        throw Self.missing(location, in: archive)
      }
      members.append(member)
    }
    var descriptor = descriptor
    if !descriptor.hasDelimiter { try sniffDelimiter(&descriptor, members[0]) }
    return Table(archive: archive, descriptor: descriptor, members: members, isLiteral: isLiteral)
  }

  /// The guide's default is a comma, some writers' is a TAB; where there is no comma in the
  /// first line but a TAB, the writer's is meant.
  private func sniffDelimiter(
    _ descriptor: inout TableDescriptor, _ member: ArchiveMember
  ) throws(DarwinCoreError) {
    let sample = try Sample.read(member, of: archive, declared: descriptor.encoding)
    if sample.line.contains("\t"), !sample.line.contains(",") {
      descriptor.dialect.delimiter = UInt8(ascii: "\t")
    }
  }

  private static func missing(_ location: String, in archive: Archive) -> DarwinCoreError {
    DarwinCoreError(archive.path, member: location, "is named in meta.xml but missing")
  }

  /// The member that describes the data set: the one that the descriptor names, else the
  /// customary ones.
  func metadata() throws(DarwinCoreError) -> [UInt8]? {
    for name in [descriptor.metadata, "metadata.xml", "eml.xml"].compactMap(\.self) {
      guard let member = try names.find(name) else { continue }
      return try reading { () throws(ArchiveError) in
        try archive.contents(of: member, limit: Self.descriptorLimit)
      }
    }
    return nil
  }
}
