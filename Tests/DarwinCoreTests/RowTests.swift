import Foundation
import Testing

@testable import DarwinCore

/// Rows and cells, seen through the records that they become.
struct RowTests {
  /// The records of a table with the columns a and b.
  private func records(
    _ text: String, _ attributes: String, _ encoding: String.Encoding = .utf8
  ) throws -> (records: [String], tally: JoinTally) {
    let archive = try TestArchive()
    let table = Meta.table("core", "Taxon", "t", ["a", "b"], attributes: attributes)
    try archive.write(Data(Meta.archive(table).utf8), to: "meta.xml")
    try archive.write(try #require(text.data(using: encoding)), to: "t")
    return try TestArchive.join(archive.path)
  }

  @Test(arguments: [
    ("1,2\n", #"{"a":"1","b":"2"}"#), ("1,2", #"{"a":"1","b":"2"}"#),
    ("1,2\r\n", #"{"a":"1","b":"2"}"#), ("\n\r\n1,2\n\n", #"{"a":"1","b":"2"}"#),
    ("1,\n", #"{"a":"1"}"#), (",\n", "{}"), (",2,3\n", #"{"b":"2"}"#),
    ("\"1,2\",3\n", #"{"a":"1,2","b":"3"}"#), ("\"1\n2\",3\n", #"{"a":"1\n2","b":"3"}"#),
    ("\"\",3\n", #"{"b":"3"}"#), ("\"1\"\"2\",3\n", #"{"a":"1\"2","b":"3"}"#),
    ("1,\"2\"\r\n", #"{"a":"1","b":"2"}"#), ("1,\"2\"", #"{"a":"1","b":"2"}"#),
    ("1\"2,3\n", #"{"a":"1\"2","b":"3"}"#), ("\"1\" 2,3\",4\n", #"{"a":"1\" 2,3","b":"4"}"#),
    ("\"{\"\"x\\\"\":1}\",2\n", #"{"a":"{\"x\\\":1}","b":"2"}"#),
    ("1\u{85}2,3\u{2028}\n", "{\"a\":\"1\u{85}2\",\"b\":\"3\u{2028}\"}"),
  ])
  func `a quoted table is read as RFC 4180 says`(text: String, record: String) throws {
    #expect(try records(text, "").records == [record])
  }

  @Test(arguments: [
    ("1\t2\n", #"{"a":"1","b":"2"}"#), ("\"1\"\t2\n", #"{"a":"\"1\"","b":"2"}"#),
    ("\"1 \"\"2\"\"\"\t2\n", #"{"a":"1 \"2\"","b":"2"}"#),
    ("\"1\" \"2\"\t2\n", #"{"a":"\"1\" \"2\"","b":"2"}"#),
    ("\"1\t2\"\n", #"{"a":"\"1","b":"2\""}"#), ("1,\t\\\n", #"{"a":"1,","b":"\\"}"#),
  ])
  func `a table without quotes is read literally but for GBIF's quoting`(
    text: String, record: String
  ) throws {
    #expect(try records(text, Meta.dialect).records == [record])
  }

  @Test(arguments: [
    ("UTF-8", String.Encoding.utf8), ("latin1", .isoLatin1), ("cp1252", .windowsCP1252),
    ("UTF-16LE", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian), ("UTF-16", .utf16),
    ("UTF-8", .utf16),
  ])
  func `every encoding gives the same records`(name: String, encoding: String.Encoding) throws {
    let text = "Noé,ß\n" + String(repeating: "é,à\n", count: 100_000)
    let all = try records(text, "encoding='\(name)'", encoding)
    #expect(all.records.count == 100_001)
    #expect(all.records[0] == #"{"a":"Noé","b":"ß"}"#)
    #expect(all.records.last == #"{"a":"é","b":"à"}"#)
    #expect(all.tally.replacements == 0)
  }

  @Test(arguments: [
    ("UTF-16", String.Encoding.utf16BigEndian), ("UTF-16", .utf16LittleEndian),
    ("UTF-8", .utf16BigEndian), ("UTF-8", .utf16LittleEndian), ("latin1", .utf16LittleEndian),
  ])
  func `UTF-16 without a mark is told by its zeros`(
    name: String, encoding: String.Encoding
  ) throws {
    let all = try records("12,é\n34,ß\n", "encoding='\(name)'", encoding)
    #expect(all.records == [#"{"a":"12","b":"é"}"#, #"{"a":"34","b":"ß"}"#])
  }

  @Test(arguments: [
    ("\\n", "1,2\r3,4\r"), ("\\n", "1,2\r3,4"), ("\\r\\n", "1,2\r3,4\r"),
    ("\\r", "1,2\r\n3,4\r\n"), ("\\r", "1,2\n3,4\n"), ("\\r", "1,2\r3,4\r"),
    ("\\n", "1,2\r\n3,4\r\n"), ("", "1,2\r\n3,4"),
  ])
  func `rows end where their table ends them, whatever the descriptor says`(
    terminator: String, text: String
  ) throws {
    let all = try records(text, "linesTerminatedBy='\(terminator)'")
    #expect(all.records == [#"{"a":"1","b":"2"}"#, #"{"a":"3","b":"4"}"#])
  }

  @Test func `rows of all lengths come whole over the ends of buffers`() throws {
    let rows = (0..<3000).map { "\($0),\(String(repeating: "x", count: $0 * 7 % 1999))" }
    let all = try records(rows.joined(separator: "\n"), "").records
    #expect(all.count == rows.count)
    for (row, record) in zip(rows, all) {
      let cells = row.split(separator: ",")
      let b = cells.count > 1 ? ",\"b\":\"\(cells[1])\"" : ""
      #expect(record == "{\"a\":\"\(cells[0])\"\(b)}")
    }
  }

  @Test(arguments: [false, true])
  func `a long cell may be a hundred columns`(isMedia: Bool) throws {
    let fields = (0..<100).map { #"<field index="1" term="http://a.org/c\#($0)"/>"# }.joined()
    func table(_ tag: String, _ row: String, _ id: String, _ fields: String) -> String {
      "<\(tag) rowType='\(Meta.term(row))'><files><location>\(row)</location></files>"
        + "<\(id) index='0'/>\(fields)</\(tag)>"
    }
    let row = "1," + String(repeating: "\u{1}", count: 50_000) + "\n"
    let archive = try TestArchive(["Occurrence": isMedia ? "1\n" : row, "Multimedia": row])
    let xml = Meta.archive(
      table("core", "Occurrence", "id", isMedia ? "" : fields)
        + (isMedia ? table("extension", "Multimedia", "coreid", fields) : ""))
    try archive.write(Data(xml.utf8), to: "meta.xml")
    let cell = String(repeating: #"\u0001"#, count: 50_000)
    let members = (0..<100).map { #""c\#($0)":"\#(cell)""# }.joined(separator: ",")
    let record = isMedia ? #"{"id":"1","media":{\#(members)}}"# : #"{"id":"1",\#(members)}"#
    let isRight = try archive.records() == [record]
    #expect(isRight)
  }

  @Test func `cells that are many columns together are not longer than a row`() throws {
    let fields = (0..<100).map { #"<field index="0" term="http://a.org/c\#($0)"/>"# }.joined()
    let archive = try TestArchive(["t": String(repeating: "x", count: 1 << 20) + "\n"])
    let xml = "<core><files><location>t</location></files><id index='0'/>\(fields)</core>"
    try archive.write(Data(Meta.archive(xml).utf8), to: "meta.xml")
    let error = #expect(throws: DarwinCoreError.self) { try archive.records() }
    let reason = "t: row 1: cells with several meanings hold more than 64 MiB"
    #expect(error?.description.hasSuffix(reason) == true)
  }

  @Test func `a very long quoted cell is read`() throws {
    let long = String(repeating: "line, \"\"quoted\"\"\n", count: 60_000)
    let all = try records("1,\"\(long)\"\n2,3\n", "").records
    #expect(all.count == 2)
    #expect(all[1] == #"{"a":"2","b":"3"}"#)
  }

  @Test(arguments: [
    "\"1,2\n3,4\n5,6\n", "\"1,2\n3,4\n\"5\",6\n", "1,\"2\n3,4\n\"5\",\"6\"\n", "1,2\n3,4\n\"5,6\n",
    "1,2\n3,\"4\n\"5,6\n", "\"1,2\n\"3,4\n\"5,6\n", "\"1,2\r\n3,4\r\n5,\"6\"",

    "\"1,2\n\"3\",\"4\"\n5,6\"\n",
  ])
  func `an open quote is text, and does not swallow the rows behind it`(text: String) throws {
    let all = try records(text, "")
    #expect(all.records.count == 3)
    #expect(all.tally.stray > 0)
    #expect((all.tally.padded, all.tally.tooWide) == (0, 0))
  }

  @Test(arguments: [
    "\"1\n2\",3\n", "1,\"2 \"x\" \ny\"\n", "\"1,2\n3,4\n5\",6\n", "\"1\n,\"\"2,\n3\",4\n",
  ])
  func `a quoted cell goes over line ends`(text: String) throws {
    let all = try records("a,b\n" + text, "ignoreHeaderLines='1'")
    #expect(all.records.count == 1)
    #expect(all.tally.stray == 0)
  }

  @Test func `many open quotes take no longer than one`() throws {
    let rows = 50_000
    let all = try records(String(repeating: "\"1,2\n", count: rows) + "3,4\n", "")
    #expect(all.records.count == rows + 1)
    #expect(all.tally.stray == rows)
  }

  @Test(arguments: ["1,2\n3,\"4", "1,2\n3,\"4\n", "1,2\n3,\"4\"\"", "1,2\n3,\"4\nx", "1,2\n\"3"])
  func `a quoted cell that was cut is an error`(text: String) throws {
    let error = #expect(throws: DarwinCoreError.self) { try records(text, "") }
    #expect(error?.description.hasSuffix("t: row 2: a quoted cell is not closed") == true)
  }

  @Test func `short and wide rows are counted`() throws {
    let tally = try records("1,2\n1\n1,2,3\n1,2,3,4\n", "").tally
    #expect((tally.padded, tally.tooWide) == (1, 2))
  }

  @Test(arguments: [
    ("1,2\n3", 1, 0), ("1,2\n3\n", 0, 1), ("1,2\n3,4", 0, 0), ("1,2\n3,\"4\"", 0, 0),
    ("1,2,x\n3,4", 1, 0),
    ("1,2\r\n3\r\n", 0, 1), ("1,2\n3\n4", 0, 2),
  ])
  func `a last row that was cut is counted`(text: String, cut: Int, padded: Int) throws {
    let tally = try records(text, "").tally
    #expect((tally.cut, tally.padded) == (cut, padded))
  }

  @Test func `a column that no row has is an error after all rows`() throws {
    let error = #expect(throws: DarwinCoreError.self) { try records("1\n2\n", "") }
    let reason = "meta.xml names column index 1, but no row has more than 1 cells"
    #expect(error?.description.hasSuffix(reason) == true)
  }

  @Test func `bytes that are no characters are replaced and counted`() throws {
    let all = try records("Noé,ß\n", "", .isoLatin1)
    #expect(all.records == ["{\"a\":\"No\u{FFFD}\",\"b\":\"\u{FFFD}\"}"])
    #expect(all.tally.replacements == 2)
  }
}
