import ByteStreams
import GBIF
import Invocation
import Records

extension GbifWait {
  /// The downloads to be waited for, each once, in the order in which they were named.
  func readReferences(_ diagnostics: Diagnostics) throws -> [DownloadReference] {
    var references = keys.compactMap { DownloadReference($0) }
    if keys.isEmpty || keys.contains("-") { references += try readRecords(diagnostics) }
    var seen = Set<DownloadReference>()
    return references.filter { seen.insert($0).inserted }
  }

  private func readRecords(_ diagnostics: Diagnostics) throws -> [DownloadReference] {
    var records = try RecordInput.open(keys.isEmpty ? [] : ["-"], stream, diagnostics)
    let key = records.scanner.field(FieldPath(names: ["key"]))
    var references = [DownloadReference]()
    // Nothing is written yet that would have to be flushed.
    var nothing = LineWriter.standardOutput()
    while let record = try records.next(flushing: &nothing) {
      let text = record.text(of: key)?.string
      if let reference = text.flatMap({ DownloadReference($0) }) {
        references.append(reference)
      } else {
        let what = text.map { "'\($0)' is neither the key nor the DOI of a download" }
        diagnostics.report(.badInput, what ?? "a record lacks 'key'")
      }
    }
    try records.finish()
    return references
  }
}
