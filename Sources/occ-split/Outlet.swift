import ByteStreams
import Invocation
import Records

/// Where records leave, each with its set, and are counted.
struct Outlet: ~Copyable {
  var output: LineWriter
  private let stream: StreamOptions
  private let reader: TraitsReader
  private let member: Member
  /// The names of the sets as JSON.
  private let values: [[UInt8]]
  private var tally: Tally
  private var classes: ClassFile?

  static func open(
    _ options: OccSplit, _ reader: TraitsReader, _ sets: SetNames,
    _ scanner: inout RecordScanner
  ) throws -> Outlet {
    var classes: ClassFile?
    if let path = options.classMap { classes = try ClassFile.open(path, options.species, &scanner) }
    let output = try options.stream.openOutput()
    return Outlet(options.stream, reader, sets, Member("set", &scanner), output, classes)
  }

  private init(
    _ stream: StreamOptions, _ reader: TraitsReader, _ sets: SetNames, _ member: Member,
    _ output: consuming LineWriter, _ classes: consuming ClassFile?
  ) {
    self.stream = stream
    self.reader = reader
    self.member = member
    values = sets.names.map { Array("\"\($0)\"".utf8) }
    tally = Tally(sets: sets.names.count)
    self.output = output
    self.classes = classes
  }

  /// Writes a record with the set in which its group is.
  mutating func write(
    _ record: borrowing Record, _ placement: borrowing Placement
  ) throws(StreamError) {
    let (group, isOfID) = reader.grouping.group(of: record)
    let set = placement.set(of: group)
    let value = values[set]
    member.append(value.span, to: record, into: &output)
    try output.endLine()
    tally.note(group, in: set, isOfID: isOfID)
    let isHeldOut = placement.isHeldOut(set)
    if reader.readsSpecies {
      let species = reader.species(of: record)
      tally.note(species, isHeldOut: placement.holdsOut(species), isInItsSet: isHeldOut)
    }
    if !isHeldOut { classes?.note(record) }
  }

  /// Writes what is left: the records, and the numbers of the species.
  consuming func finish() throws -> Tally {
    if Signals.interruption == nil, let file = classes.take() {
      tally.classes = try file.finish()
    }
    let tally = tally
    try stream.finish(output)
    return tally
  }
}
