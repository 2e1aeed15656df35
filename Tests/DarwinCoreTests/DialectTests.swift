import Testing

@testable import DarwinCore

struct DialectTests {
  @Test(arguments: [
    (",", UInt8(ascii: ",")), ("\\t", 9), ("\t", 9), (" ", 9), ("|", UInt8(ascii: "|")),
    ("\\u", nil), ("||", nil), ("", nil), ("é", nil),
  ])
  func `a delimiter is one byte, literal or escaped`(text: String, byte: UInt8?) {
    #expect(Dialect.delimiter(text) == byte)
  }

  @Test(arguments: [
    ("\\n", UInt8(10)), ("\n", 10), ("\\r\\n", 10), (" ", 10), ("  ", 10), ("\\r", 13),
    (";", UInt8(ascii: ";")), ("ab", nil),
  ])
  func `a terminator is a line end or one byte`(text: String, byte: UInt8?) {
    #expect(Dialect.terminator(text) == byte)
  }

  @Test func `an empty enclosure differs from an absent one`() {
    #expect(Dialect.enclosure("") == .some(nil))
    #expect(Dialect.enclosure("'") == .some(UInt8(ascii: "'")))
    #expect(Dialect.enclosure("\\\"") == .some(UInt8(ascii: "\"")))
    #expect(Dialect.enclosure("''") == nil)
    #expect(Dialect().enclosure == UInt8(ascii: "\""))
  }

  @Test(arguments: [
    ("a\tb,c\td", UInt8(9), nil as UInt8?), ("a,b", UInt8(ascii: ","), UInt8(ascii: "\"")),
    ("a;b;c,d", UInt8(ascii: ";"), UInt8(ascii: "\"")), ("a|b", UInt8(ascii: "|"), 34),
    ("\"a\"\t\"b\"", 9, 34), ("'a','b'", UInt8(ascii: ","), UInt8(ascii: "'")),
  ])
  func `a header tells its dialect`(line: String, delimiter: UInt8, enclosure: UInt8?) throws {
    let dialect = try #require(Dialect(sniffing: line))
    #expect(dialect.delimiter == delimiter)
    #expect(dialect.enclosure == enclosure)
  }

  @Test(arguments: [
    ("a,b,", ["a", "b", ""]), ("\"Name, full\",year", ["Name, full", "year"]),
    (" \"a\" , b", ["a", "b"]), ("a;b;'c", ["a", "b", "'c"]), ("'a;b';c", ["a;b", "c"]),
    ("\"Name, full,year", ["Name", "full", "year"]), ("a\t\"b\t", ["a", "\"b", ""]),
  ])
  func `the names of a header are told apart as cells are`(
    line: String, names: [String]
  ) throws {
    #expect(try #require(Dialect(sniffing: line)).cells(of: line) == names)
  }

  @Test func `a line without delimiters is no header`() {
    #expect(Dialect(sniffing: "just words") == nil)
  }

  @Test(arguments: [
    ("utf8", TextEncoding.utf8), ("UTF-8", .utf8), ("", .utf8), ("us-ascii", .utf8),
    ("latin-1", .latin1), ("ISO-8859-1", .latin1), ("iso8859-1", .latin1),
    ("Windows-1252", .windows1252), ("cp1252", .windows1252), ("UTF-16", .utf16),
    ("utf-16le", .utf16LittleEndian), ("EBCDIC", nil), ("utf-8-sig", .utf8), ("utf8mb4", .utf8),
    ("cp65001", .utf8), ("x-windows-1252", .windows1252), ("CP819", .latin1),
    ("UTF-16BE", .utf16BigEndian),
  ])
  func `encodings are known by many names`(name: String, encoding: TextEncoding?) {
    #expect(TextEncoding(named: name) == encoding)
  }
}
