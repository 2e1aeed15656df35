import Predicates
import Testing

@testable import ByteStreams
@testable import Records

/// What a predicate says of a record.
struct JudgeTests {
  private static let record = #"""
    {"gbifID":"7","year":"2010","count":"5","depth":"-1.5","date":"2010-05-01","name":"Bos taurus",\#
    "empty":"","none":null,"flag":true,"number":12,"far":"1e3","text":"nan","hex":"0x10",\#
    "list":["a","b"],"media":[{"type":"Sound"},{"type":"StillImage","size":10}],"escaped":"caf\u00e9",\#
    "town":"Århus","eventDate":"2010-05-03/2010-05-09","dateIdentified":"2012-03-01T10:00:00Z",\#
    "taxonKey":"6W3C4","classKey":"7K7HH","genusKey":"797","countryCode":"DK","hasCoordinate":"true",\#
    "recordedBy":"A. Berg; C. Dahl","issue":"ONE;TWO","mediaType":"StillImage;Sound",\#
    "lifeStage":"Larva","decimalLatitude":"56.15","decimalLongitude":"10.21","level1Gid":"DNK.3_1"}
    """#

  static let fulfilled = [
    "gbifID = 7", "year = 2010", "year != 2011", "name = 'Bos taurus'", "flag = true",
    "number = 12",
    "escaped = café", "year > 2009", "year >= 2010", "year <= 2010", "year > 9",
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
    "name = 'bos taurus'", "name in (x, 'BOS TAURUS')", "name like 'bos*'", "town = århus",
    "town in (x, ÅRHUS)", "town like å*", "lifeStage = larva", "lifeStage = Larva matchCase",
    "name like *", "name like '*taurus'", "name like 'B?s t*u*s'", "town like ?rhus",
    "town like ?RHUS", "name matches /^B.s t/", "name matches /BOS/i", "town matches /^.rhus$/",
    "eventDate = 2010", "eventDate = 2010-05", "eventDate >= 2010-05-03", "eventDate <= 2010-05-09",
    "eventDate > 2010-05-02", "eventDate < 2010-05-10", "eventDate < 2011", "eventDate > 2009",
    "eventDate = 2010-05-01/31", "eventDate in (2009, 2010)", "EVENT_DATE >= 2010",
    "dateIdentified >= 2012", "dateIdentified < 2012-03-02", "dateIdentified > 2012-02",
    "taxonKey = 6W3C4", "taxonKey = 797", "taxonKey = 7k7hh", "TAXON_KEY in (5, 7K7HH)",
    "taxonKey is not null", "genusKey = 797", "COUNTRY = dk", "countryCode = dk",
    "countryCode = DK", "GADM_GID = DNK.3_1", "MEDIA_TYPE = StillImage", "HAS_COORDINATE = TRUE",
    "recordedBy = 'A. Berg'", "recordedBy = 'c. dahl'", "recordedBy in (x, 'C. Dahl')",
    "recordedBy like 'c*'", "recordedBy = 'A. Berg; C. Dahl'", "issue = TWO", "issue in (ONE)",
    "mediaType = Sound", "mediaType = StillImage",
    "within POLYGON((10 56, 11 56, 11 57, 10 57, 10 56))", "geoDistance(56.15, 10, 50km)",
    "spdx(media.license) = unknown", "host(media.identifier) is null",
    "not absent = 1", "absent != 1", "absent not in (1)", "not absent < 1", "not absent >= 1",
    "not (year = 2010 and absent = 1)", "year = 2010 or absent = 1",
  ]

  static let unfulfilled = [
    "gbifID = 8", "gbifID = 07", "year != 2010", "name = bos", "year > 2010",
    "year < 2010", "count > 5.5", "name > 5", "name < 5", "date > 5", "flag > 0", "absent = 1",
    "absent < 1", "absent >= 1", "absent in (1)", "empty = ''", "none = null", "empty is not null",
    "none is not null", "absent is not null", "list = c", "list is null", "media = x",
    "media.type = Map",
    "media.type is null", "text < 5", "text > 5", "hex > 15", "hex < 17",
    "year = 2010 and absent = 1",
    "gbifId = 8", "escaped = cafe",
    // Case.
    "name = 'bos taurus' matchCase", "name in ('bos taurus') matchCase",
    "name like 'bos*' matchCase",
    "town = århus matchCase", "lifeStage = larva matchCase",
    // Patterns.
    "name like Bos", "name like '?os'", "name like '*x*'", "name like ''", "town like ???hus",
    "name matches /^taurus/", "name matches /BOS/", "name matches /^$/", "absent matches /.*/",
    // Dates and intervals.
    "eventDate = 2010-05-03", "eventDate = 2010-04", "eventDate < 2010-05", "eventDate > 2010-05",
    "eventDate >= 2010-05-04", "eventDate <= 2010-05-08", "eventDate > 2010-05-03",
    "eventDate in (2009, 2011)", "dateIdentified < 2012", "dateIdentified > 2012",
    // Keys.
    "taxonKey = 7", "taxonKey in (7K7H, 798)", "taxonKey is null", "genusKey = 6W3C4",
    "COUNTRY = GB", "GADM_GID = DNK.3", "MEDIA_TYPE = MovingImage",
    // Several values in a cell.
    "recordedBy = Berg", "recordedBy = 'C.'", "issue = ON", "lifeStage = 'Larva;x'",
    "mediaType = Image", "name = 'Bos taurus;x'",
    // Places.
    "within POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "geoDistance(57, 10.21, 50km)",
    "spdx(media.license) = CC0-1.0", "host(media.identifier) is not null",
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
    return try judge.accepts(try scanner.scan(line))
  }
}
