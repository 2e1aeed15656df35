import Invocation
import Records

extension OccSplit {
  /// No more sets than these are taken over.
  private static let mostSets = 1000

  /// Where groups go, by the sets that they have in the files that `--previous` names.
  /// - Throws: where one can't be read, or a group is in two sets.
  func placementOfPrevious(
    before records: inout RecordInput, _ diagnostics: Diagnostics
  ) throws -> Placement {
    var placement = Placement(shares, isExact: exact, holdOutBelow: holdOutBelow)
    if previous.isEmpty { return placement }
    try records.readFirst(previous, stream) { try readPrevious(&$0, into: &placement) }
    if !placement.hasEarlier {
      diagnostics.say("no record of \(previous.joined(separator: ", ")) has the member set")
    }
    if holdOutBelow == nil, placement.sets.heldOut != nil {
      let advice = "without --hold-out-below, new records of their species are not held out"
      diagnostics.say("\(SetNames.heldOut) has records of an earlier run: \(advice)")
    }
    return placement
  }

  private func readPrevious(
    _ records: inout RecordInput, into placement: inout Placement
  ) throws {
    let reader = TraitsReader(self, &records.scanner)
    let field = records.scanner.field(FieldPath(names: ["set"]))
    guard let refused = try Self.take(&records, reader, field, into: &placement) else { return }
    try records.reject(refused.line, refused.reason)
    throw Failure(.badInput, "--previous: a set can't be kept; nothing is written")
  }

  /// Takes records over until the end, or until one can't be.
  private static func take(
    _ records: inout RecordInput, _ reader: TraitsReader, _ field: Field,
    into placement: inout Placement
  ) throws -> (line: [UInt8], reason: String)? {
    while true {
      guard let record = try records.next() else { return nil }
      guard let name = record.text(of: field)?.string else { continue }
      if let reason = reason(against: reader.traits(of: record), in: name, &placement) {
        return (record.bytes.indices.map { record.bytes[$0] }, reason)
      }
    }
  }

  private static func reason(
    against traits: Traits, in name: String, _ placement: inout Placement
  ) -> String? {
    if let reason = reason(against: name, placement.sets) { return reason }
    let kept = placement.noteEarlier(traits, in: name)
    if kept == name { return nil }
    return "in \(name), but its group is in \(kept): was it split with another --by?"
  }

  private static func reason(against name: String, _ sets: SetNames) -> String? {
    if !SetNames.isName(name) { return "'\(name)' can't be the name of a set" }
    let isTooMany = sets.names.count >= mostSets && !sets.names.contains(name)
    return isTooMany ? "there are \(mostSets) sets already" : nil
  }
}
