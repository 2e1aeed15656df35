import Archives
import Foundation
import Testing

@testable import DarwinCore

struct DescriptionTests {
  @Test func `an archive tells its tables and how many rows they have`() throws {
    let archive = try TestArchive(core: "1\ta\t\n\n2\tb\t\n", media: "1\tSound\tx\n")
    let description = try DarwinCoreArchive.open(archive.path).describe()
    #expect(description.tables.map(\.role) == ["core", "extension"])
    #expect(description.tables.map(\.rows) == [2, 1])
    #expect(description.tables[0].columns == ["gbifID", "species", "locality"])
    #expect(description.tables[1].columns == ["type", "identifier"])
    #expect(description.members.map(\.name) == ["core.txt", "media.txt", "meta.xml"])
  }

  @Test(arguments: [
    ("0012335-190621201848488", "10.15468/dl.iqnra2", "0012335-190621201848488"),
    ("no key", "10.15468/dl.iqnra2", nil), ("0012335-1906212018484", "x", nil),
  ])
  func `a download is known by its metadata`(
    identifier: String, package: String, key: String?
  ) throws {
    let archive = try TestArchive(core: "")
    let metadata = """
      <eml:eml xmlns:eml="e" packageId="\(package)"><dataset>
      <alternateIdentifier>\(identifier)</alternateIdentifier></dataset></eml:eml>
      """
    try archive.write(Data(metadata.utf8), to: "metadata.xml")
    let download = try DarwinCoreArchive.open(archive.path).download
    #expect(download.key == key)
    #expect(download.doi == (key == nil ? nil : package))
  }

  @Test func `metadata that are no XML say nothing of a download`() throws {
    let archive = try TestArchive(core: "")
    try archive.write(Data("<eml".utf8), to: "metadata.xml")
    let download = try DarwinCoreArchive.open(archive.path).download
    #expect(download.key == nil)
  }
}
