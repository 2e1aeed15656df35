import ByteStreams
import Invocation

extension ImgFetch {
  /// Shows what a fetch would ask for, and how long it would take.
  func showPlan(_ diagnostics: Diagnostics) throws {
    var records = try openRecords(diagnostics)
    var output = try stream.openOutput()
    var planning = try Planning(self, &records.scanner)
    while let record = try records.next(flushing: &output) { try planning.take(record) }
    for line in planning.lines(limits(of:)) {
      output.append(line)
      try output.endLine()
    }
    diagnostics.say(planning.summary)
    try stream.finish(output)
    try records.finish()
  }

  /// The limits of a host.
  private func limits(of host: String) -> PlanLimits {
    PlanLimits(inFlight: perHost, perSecond: rate)
  }
}
