import Predicates
import Testing

@testable import ByteStreams
@testable import Records

/// What a predicate says of a record.
struct JudgeTests {
  private static let record = #"""
    {"gbifID":"7","year":"2010","count":"5","depth":"-1.5","date":"2010-05-01","name":"Bos taurus",\#
    "empty":"","none":null,"flag":true,"number":12,"far":"1e3","text":"nan","hex":"0x10",\#
    "list":["a","b"],"media":[{"type":"Sound"},{"type":"StillImage","size":10}],"escaped":"caf\u00e9"}
    """#

  static let fulfilled = [
    "gbifID = 7", "year = 2010", "year != 2011", "name = 'Bos taurus'", "flag = true",
    "number = 12",
    "escaped = café", "year > 2009", "year >= 2010", "year <= 2010", "year < 2010.5", "year > 9",
    "count > 4.5", "count < 10", "depth < 0", "depth > -2", "depth = -1.5", "far > 999",
    "far < 1001",
    "number > 2", "date > 2010-04-30", "date < 2010-05-02", "date >= 2010-05", "name < Bot",
    "name > Bos",
    "name > 'Bos '", "gbifID in (5, 6, 7)", "gbifID not in (5, 6)", "escaped in (x, café)",
    "gbifID is not null", "empty is null", "none is null", "absent is null", "gbifID.x is null",
    "list = a", "list = b", "list in (x, b)", "list is not null", "media.type = Sound",
    "media.type = StillImage", "media.size > 9", "media.license is null", "text >= nan",
    "text > hex",
    "hex = 0x10",
    // A comparison with an absent field is false, so its `not` is true.
    "not absent = 1", "absent != 1", "absent not in (1)", "not absent < 1", "not absent >= 1",
    "not (year = 2010 and absent = 1)", "year = 2010 or absent = 1",
  ]

  static let unfulfilled = [
    "gbifID = 8", "gbifID = 07", "year != 2010", "name = bos", "name = 'bos taurus'", "year > 2010",
    "year < 2010", "year > 2010.5", "name > 5", "name < 5", "date > 5", "flag > 0", "absent = 1",
    "absent < 1", "absent >= 1", "absent in (1)", "empty = ''", "none = null", "empty is not null",
    "none is not null", "absent is not null", "list = c", "list is null", "media = x",
    "media.type = Map",
    "media.type is null", "text < 5", "text > 5", "hex > 15", "hex < 17",
    "year = 2010 and absent = 1",
    "GBIFID = 7", "escaped = cafe",
  ]

  @Test(arguments: fulfilled)
  func `a record is accepted`(_ words: String) throws {
    #expect(try Self.judge(words))
    #expect(try !Self.judge("not (\(words))"))
  }

  @Test(arguments: unfulfilled)
  func `a record is not accepted`(_ words: String) throws {
    #expect(try !Self.judge(words))
    #expect(try Self.judge("not (\(words))"))
  }

  private static func judge(_ words: String) throws -> Bool {
    var scanner = RecordScanner()
    let judge = Judge(try Predicate(words: words), &scanner)
    let padded = Array(record.utf8) + [UInt8](repeating: 0, count: LineReader.overhang)
    let bytes = padded.span.extracting(droppingLast: LineReader.overhang)
    let line = Line(bytes, input: "test", number: 1, isWhole: true, isStart: true, isEnd: true)
    return judge.accepts(try scanner.scan(line))
  }
}
