import ByteStreams
import Invocation

extension ImgFetch {
  /// Shows what a fetch would ask for, and how long it would take.
  func showPlan(_ diagnostics: Diagnostics) throws {
    let manners = try readManners()
    var records = try openRecords(diagnostics)
    var output = try stream.openOutput()
    var planning = try Planning.open(self, manners, &records.scanner)
    while let record = try records.next(flushing: &output) { try planning.take(record) }
    for line in planning.lines() {
      output.append(line)
      try output.endLine()
    }
    diagnostics.say(planning.summary)
    try stream.finish(output)
    try records.finish()
  }
}
