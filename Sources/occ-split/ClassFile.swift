import ByteStreams
import ClassMaps
import Invocation
import Records
import Values

/// What became of the numbers of species.
struct ClassTally {
  /// How many have one.
  var count = 0
  /// How many of these are new.
  var new = 0
  /// How many records tell no species.
  var unlabelled = 0
}

/// The file that `--class-map` names: the numbers of species in it are kept, and new species get
/// theirs when all have been seen.
struct ClassFile: ~Copyable {
  private static let longest = 1 << 30

  private let path: String
  private let stamp: FileStamp?
  private let field: ExpressionField
  private var map: ClassMap
  private var writer: LineWriter
  private var seen = GroupTable()
  private var labels: [[UInt8]] = []
  private var tally = ClassTally()

  /// Reads what is there, if it is a file on a disk.
  static func open(
    _ path: String, _ species: FieldExpression, _ scanner: inout RecordScanner
  ) throws -> ClassFile {
    let stamp = FileStamp(path)
    let map = stamp == nil ? ClassMap() : try read(path)
    let writer = LineWriter(try OutputFile.create(path))
    return ClassFile(path, stamp, ExpressionField(species, &scanner), map, writer)
  }

  private init(
    _ path: String, _ stamp: FileStamp?, _ field: ExpressionField, _ map: ClassMap,
    _ writer: consuming LineWriter
  ) {
    self.path = path
    self.stamp = stamp
    self.field = field
    self.map = map
    self.writer = writer
  }

  private static func read(_ path: String) throws -> ClassMap {
    let file = try Descriptor.input(path)
    let text = try file.readAll(limit: longest)
    return try naming(path) { () throws(ClassMapError) in try ClassMap(json: text) }
  }

  private static func naming<Result>(
    _ path: String, _ body: () throws(ClassMapError) -> Result
  ) throws(Failure) -> Result {
    do { return try body() } catch { throw Failure(.badInput, "\(path): \(error)") }
  }

  /// Notes the species of a record.
  mutating func note(_ record: borrowing Record) {
    let isLabelled: Void? = field.withFirst(of: record) { label in
      var hash = SipHash(k0: 0)
      hash.append(label)
      if seen.number(of: hash.finish()) == labels.count {
        labels.append(label.indices.map { label[$0] })
      }
    }
    if isLabelled == nil { tally.unlabelled += 1 }
  }

  /// Writes all numbers.
  consuming func finish() throws -> ClassTally {
    var tally = tally
    tally.new = try Self.naming(path) { () throws(ClassMapError) in try map.add(labels) }
    tally.count = map.count
    guard FileStamp(path) == stamp else {
      throw StreamError(.inputOutput, path, "changed while records were read: run again")
    }
    for line in map.lines {
      writer.append(line.span)
      try writer.endLine()
    }
    try writer.finish()
    return tally
  }
}
