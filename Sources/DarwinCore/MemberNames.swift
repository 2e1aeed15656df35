internal import Archives

/// The members of an archive by the names under which a descriptor knows them.
struct MemberNames {
  /// What systems leave behind in archives and folders.
  private static let litter: Set = ["__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"]

  /// Without litter, by their names below `root`.
  private(set) var members: [(name: String, member: ArchiveMember)]
  private let archive: Archive

  init(_ archive: Archive) {
    self.archive = archive
    members = archive.members.compactMap { member in
      let parts = Self.parts(of: member.name)
      let isLitter = parts.contains { Self.litter.contains($0) || $0.hasPrefix(".") }
      return isLitter || parts.isEmpty ? nil : (parts.joined(separator: "/"), member)
    }
    enterRoot()
  }

  /// Backslashes lead into folders too: some writers on Windows use them.
  private static func parts(of name: String) -> [String] {
    name.split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." }
  }

  /// Where all members are in a single folder, it is the root.
  private mutating func enterRoot() {
    let roots = Set(members.map { $0.name.split(separator: "/")[0] })
    guard roots.count == 1, members.allSatisfy({ $0.name.contains("/") }) else { return }
    for index in members.indices {
      members[index].name = members[index].name.split(separator: "/").dropFirst()
        .joined(separator: "/")
    }
  }

  /// The member of this name, else the one that comes nearest: in any case of letters, with
  /// `%20` for a blank, or with letters that an archiver lost.
  /// - Throws: `DarwinCoreError` where there are several.
  func find(_ name: String) throws(DarwinCoreError) -> ArchiveMember? {
    let wanted = Self.parts(of: name).joined(separator: "/")
    let likenesses: [(String) -> Bool] = [
      { $0 == wanted }, { $0.lowercased() == wanted.lowercased() },
      { $0 == MemberName.percentDecoded(wanted) },
      { MemberName.lostLetters($0) && MemberName.skeleton($0) == MemberName.skeleton(wanted) },
    ]
    for isLike in likenesses {
      let found = members.filter { isLike($0.name) }
      if found.count > 1 {
        throw DarwinCoreError(archive.path, member: wanted, "is there \(found.count) times")
      }
      if let found = found.first { return found.member }
    }
    return nil
  }

  /// The descriptor, in whatever folder it is.
  /// - Throws: `DarwinCoreError` where there are several.
  func findDescriptor() throws(DarwinCoreError) -> ArchiveMember? {
    let found = members.filter { $0.name.split(separator: "/").last?.lowercased() == "meta.xml" }
    if found.count > 1 {
      throw DarwinCoreError(archive.path, member: "meta.xml", "is there \(found.count) times")
    }
    return found.first?.member
  }

  /// Goes into the folder of a member, which must be one of these.
  mutating func enterFolder(of member: ArchiveMember) {
    guard let name = members.first(where: { $0.member.name == member.name })?.name,
      let slash = name.lastIndex(of: "/")
    else { return }
    let folder = name[...slash]
    members = members.compactMap { entry in
      entry.name.hasPrefix(folder)
        ? (String(entry.name.dropFirst(folder.count)), entry.member) : nil
    }
  }
}
