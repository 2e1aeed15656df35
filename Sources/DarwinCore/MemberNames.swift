internal import Archives

/// The members of an archive by the names under which a descriptor knows them.
struct MemberNames {
  /// What systems leave behind in archives and folders.
  private static let litter: Set = ["__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"]

  /// Without litter, by their names below `root`.
  private(set) var members: [(name: String, member: ArchiveMember)]
  private let archive: Archive
  /// The members by the names under which they are looked for.
  private var index = NameIndex([])

  init(_ archive: Archive) {
    self.archive = archive
    members = archive.members.compactMap { member in
      let parts = Self.parts(of: member.name)
      let isLitter = parts.contains { Self.litter.contains($0) || $0.hasPrefix(".") }
      return isLitter || parts.isEmpty ? nil : (parts.joined(separator: "/"), member)
    }
    enterRoot()
    index = NameIndex(members.map(\.name))
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
    guard let place = index.place(of: wanted) else { return nil }
    if place.count > 1 {
      throw DarwinCoreError(archive.path, member: wanted, "is there \(place.count) times")
    }
    return members[place.first].member
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
    index = NameIndex(members.map(\.name))
  }
}

/// Where names stand in a list, by how they may be written.
private struct NameIndex {
  /// The first of those that are alike, and how many these are.
  typealias Place = (first: Int, count: Int)

  private var exact: [String: Place] = [:]
  private var folded: [String: Place] = [:]
  private var lost: [[UInt8]: Place] = [:]

  init(_ names: [String]) {
    for (number, name) in names.enumerated() {
      exact[name, default: (number, 0)].count += 1
      folded[name.lowercased(), default: (number, 0)].count += 1
      if MemberName.lostLetters(name) {
        lost[MemberName.skeleton(name), default: (number, 0)].count += 1
      }
    }
  }

  /// Where there are names like this, those that come nearest.
  func place(of name: String) -> Place? {
    exact[name] ?? folded[name.lowercased()] ?? exact[MemberName.percentDecoded(name)]
      ?? lost[MemberName.skeleton(name)]
  }
}
