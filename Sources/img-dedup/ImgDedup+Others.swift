import ByteStreams
import ImageRecords
import Invocation
import Records

extension ImgDedup {
  /// The pictures of the sets that `--against` names.
  /// - Throws: where one can't be read.
  func readOthers(
    before records: inout RecordInput, _ folder: BaseFolder, _ diagnostics: Diagnostics,
    _ progress: Progress
  ) throws -> OtherSet {
    var others = OtherSet()
    if against.isEmpty { return others }
    try records.readFirst(against, stream) { records in
      let none = OtherSet(Merits(&records.scanner))
      var pictures = Pictures.inOrder(to: none, folder, self, &records.scanner, diagnostics)
      while try pictures.advance(&records) {
        progress.show { _ in "\(records.count) records of other sets" }
      }
      others = pictures.finish().finish(tolerate, of: records.count)
    }
    return others
  }
}
