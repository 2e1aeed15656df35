import ByteStreams
import ImageRecords
import Invocation
import Records

extension ImgDedup {
  /// The pictures of the sets that `--against` names.
  /// - Throws: where one can't be read.
  func readOthers(_ folder: BaseFolder, _ diagnostics: Diagnostics) throws -> OtherSet {
    if against.isEmpty { return OtherSet() }
    var records = try RecordInput.open(against, stream, diagnostics)
    let others = OtherSet(Merits(&records.scanner))
    var pictures = Pictures.inOrder(to: others, folder, self, &records.scanner, diagnostics)
    while try pictures.advance(&records) {}
    let full = pictures.finish().finish(tolerate, of: records.count)
    try records.finish()
    return full
  }
}
