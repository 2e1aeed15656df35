import Archives
import Fetching
import GBIF

/// The look into a file of which all bytes are there: only a whole one gets its name.
final class FileCheck {
  /// How far a step goes, in unpacked bytes: some hundredths of a second.
  private static let step = 8 << 20
  /// The tables of a Darwin Core Archive, whose last row must end.
  private static let tables: Set = ["occurrence.txt", "verbatim.txt", "multimedia.txt"]

  let file: IncomingFile
  /// `nil` where nothing is to be looked at: only zips tell whether they are whole.
  private var zip: ZipCheck?

  /// Begins.
  /// - Throws: `ArchiveError` where it is no zip at all.
  init(_ file: IncomingFile) throws(ArchiveError) {
    self.file = file
    if file.status.isZip {
      zip = try ZipCheck.open(file.partPath, named: file.path)
    }
  }

  /// How many bytes of the file were looked at.
  var position: Int { zip?.position ?? 0 }

  /// Goes on a little; `false` when it is whole.
  /// - Throws: `ArchiveError` where it is not.
  func goOn() throws(ArchiveError) -> Bool { try zip?.goOn(bytes: Self.step) ?? false }

  /// The tables that stop in the middle of a row: GBIF has handed out such as if nothing were
  /// wrong with them (gbif/portal-feedback#3662).
  var openTables: [String] { (zip?.openEnded ?? []).filter { Self.tables.contains($0) } }
}
