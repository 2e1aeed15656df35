/// Members under names: a zip, a tar (plain or packed with gzip, bzip2, xz or zstd), a
/// folder, or a single file as its own only member.
///
/// Told by the content, never by the name.
public struct Archive: Sendable {
  /// Where the members lie.
  enum Layout: Sendable {
    /// In one file, zip or tar.
    case packed
    /// In files of their own below the path.
    case folder
    /// The file is the member, perhaps packed.
    case single
  }

  /// More entries than this are no archive of tables but an attack.
  static let maximumCount = 1 << 20

  /// The path, or what its user knows instead of it.
  public let path: String
  /// The path under which the system knows it.
  let location: String
  /// The regular files in it, in the order in which they lie.
  public let members: [ArchiveMember]
  let layout: Layout
  /// What `location` leads to, where that is not the path itself.
  private let spool: SpooledFile?

  /// Whether it is a single file, no zip, tar or folder.
  public var isSingleFile: Bool { layout == .single }

  /// Opens the archive at `path` and lists its members; messages call it `name`.
  /// - Throws: `ArchiveError`.
  public static func open(
    _ path: String, named name: String? = nil
  ) throws(ArchiveError) -> Archive {
    if let members = try FolderListing.members(of: path) {
      return Archive(path: path, location: path, members: members, layout: .folder, spool: nil)
    }
    let spool = try SpooledFile.spooling(path)
    return try packed(spool?.path ?? path, named: name ?? path, spool)
  }

  private static func packed(
    _ path: String, named name: String, _ spool: SpooledFile?
  ) throws(ArchiveError) -> Archive {
    var reader = try ArchiveReader.open(path, named: name, as: .any)
    var members = [ArchiveMember]()
    while let member = try reader.nextMember() {
      members.append(member)
      if reader.isSingleFile { return try single(path, named: name, spool, size: member.size) }
      if members.count > maximumCount { throw ArchiveError(.damaged, name, "too many members") }
    }
    if members.isEmpty, reader.isSingleFile { throw ArchiveError(.damaged, name, "is empty") }
    return Archive(path: name, location: path, members: members, layout: .packed, spool: spool)
  }

  private static func single(
    _ path: String, named name: String, _ spool: SpooledFile?, size: Int?
  ) throws(ArchiveError) -> Archive {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let member = ArchiveMember(name: last, size: size, position: 0)
    let archive = Archive(
      path: name, location: path, members: [member], layout: .single, spool: spool)
    if try archive.startsLikeZip() {
      throw ArchiveError(
        .damaged, name, "is a zip without a directory: empty, cut short or damaged")
    }
    return archive
  }

  /// Whether a single file begins as a zip does, with PK and two small numbers (APPNOTE.TXT
  /// section 4.3.7), so that only its end can be missing.
  private func startsLikeZip() throws(ArchiveError) -> Bool {
    let start = try prefix(of: members[0], count: 4).prefix(4)
    return start.starts(with: [UInt8(ascii: "P"), UInt8(ascii: "K")])
      && start.dropFirst(2).allSatisfy { 1...8 ~= $0 }
  }

  /// The bytes of a member, one after the other.
  public func open(_ member: ArchiveMember) throws(ArchiveError) -> MemberReader {
    try MemberReader.open(member, of: self)
  }

  /// All bytes of a small member.
  /// - Throws: `ArchiveError`, also where there are more than `limit`.
  public func contents(of member: ArchiveMember, limit: Int) throws(ArchiveError) -> [UInt8] {
    try contents(of: member, limit: limit, isPrefix: false)
  }

  /// The first bytes of a member, at least `count` where there are as many.
  /// - Throws: `ArchiveError`.
  public func prefix(of member: ArchiveMember, count: Int) throws(ArchiveError) -> [UInt8] {
    try contents(of: member, limit: count, isPrefix: true)
  }

  private func contents(
    of member: ArchiveMember, limit: Int, isPrefix: Bool
  ) throws(ArchiveError) -> [UInt8] {
    let reader = try open(member)
    var bytes = [UInt8]()
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { unsafe piece.deallocate() }
    while true {
      let count = try unsafe reader.read(into: piece)
      unsafe bytes.append(contentsOf: piece[..<count])
      if count == 0 || isPrefix && bytes.count >= limit { return bytes }
      if bytes.count > limit {
        throw ArchiveError(.damaged, path, member: member.name, "is larger than \(limit) bytes")
      }
    }
  }
}
