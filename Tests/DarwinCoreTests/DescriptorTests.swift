import Foundation
import Testing

@testable import DarwinCore

struct DescriptorTests {
  private func parse(_ text: String) throws -> ArchiveDescriptor {
    try DescriptorParser.parse(Array(text.utf8), archive: "a.zip", member: "meta.xml")
  }

  @Test func `absent attributes have the defaults of the text guide`() throws {
    let core = try parse(Meta.archive(Meta.table("core", "Taxon", "t.txt", ["a"], attributes: "")))
      .core
    #expect(core.dialect == Dialect())
    #expect(core.encoding == .utf8)
    #expect(core.headerLines == 0)
    #expect(!core.hasDelimiter)
  }

  /// A descriptor with a letter beyond ASCII.
  private static let accented =
    "?><archive><core rowType='x'><files><location>é</location></files></core></archive>"

  @Test(arguments: [
    ("UTF-8", String.Encoding.utf8, ""), ("utf8", .utf8, ""), ("UTF-8", .utf8, "\u{FEFF}\n "),
    ("windows-1252", .windowsCP1252, ""), ("ISO-8859-1", .isoLatin1, "\n"),
    ("UTF-16", .utf16LittleEndian, ""), ("UTF-16", .utf16BigEndian, "\u{FEFF} "),
    ("UTF-8", .utf16LittleEndian, "\u{FEFF}"), ("UTF-16", .utf8, ""),
  ])
  func `a descriptor is in the encoding of its bytes, whatever it says`(
    name: String, encoding: String.Encoding, start: String
  ) throws {
    let text = "\(start)<?xml version='1.0' encoding='\(name)'\(Self.accented)"
    let document = Array(try #require(text.data(using: encoding)))
    let descriptor = try DescriptorParser.parse(document, archive: "a", member: "meta.xml")
    #expect(descriptor.core.locations == ["é"])
  }

  @Test func `blanks around numbers and terms have no meaning`() throws {
    let text = """
      <archive><core rowType=" x/A " ignoreHeaderLines=" 1 "><files><location>a</location></files>
      <id index=" 0 "/><field index=" 2 " term=" x/a&#10;"/></core></archive>
      """
    let core = try parse(text).core
    #expect(core.rowType.uri == "x/A")
    #expect(core.headerLines == 1)
    #expect(core.idIndex == 0)
    #expect(core.fields.map(\.index) == [2])
    #expect(core.fields.map(\.term.uri) == ["x/a"])
  }

  @Test func `a field without an index and a default is told, once`() throws {
    let text = """
      <archive><core rowType="x"><files><location>a</location></files><field index="0" term="x/a"/>
      <field term="x/b"/><field term="x/c"/></core></archive>
      """
    let reason = "the fields b, c have neither an index nor a default, and are left out"
    #expect(try parse(text).warnings == ["meta.xml: \(reason)"])
  }

  @Test func `names of elements are taken in any case and namespace`() throws {
    let text = """
        <d:Archive xmlns:d="http://rs.tdwg.org/dwc/text/"><d:CORE rowType="x/Taxon">
        <d:Files><d:Location> t.txt </d:Location></d:Files><d:ID index="2"/></d:CORE></d:Archive>
      """
    let core = try parse(text).core
    #expect(core.locations == ["t.txt"])
    #expect(core.idIndex == 2)
    #expect(core.rowType.name == "Taxon")
  }

  @Test func `fields have an index, a default or both`() throws {
    let text = """
      <archive><core rowType="x"><files><location>a</location><location>b</location></files>
      <id index="0"/><field index="1" term="x/a" default="A"/><field term="x/b" default="B"/>
      </core></archive>
      """
    let core = try parse(text).core
    #expect(core.locations == ["a", "b"])
    #expect(core.fields.map(\.index) == [1, nil])
    #expect(core.fields.map(\.defaultValue) == ["A", "B"])
  }

  @Test func `fields without any index are in the order of the columns`() throws {
    let text = """
      <archive><core rowType="x"><files><location>a</location></files>
      <field term="x/a"/><field term="x/b"/></core></archive>
      """
    #expect(try parse(text).core.fields.map(\.index) == [0, 1])
  }

  @Test(arguments: [
    ("", "no element found"), ("<archive>", "no element found"), ("<a></b>", "mismatched tag"),
    ("<!DOCTYPE archive [<!ENTITY a \"b\">]><archive/>", "type declaration is not allowed"),
    ("<archive/>", "0 <core> elements"), ("<starArchive/>", "is a draft from before"),
    ("<other/>", "<other> is no <archive>"),
    ("<archive><core rowType='x'/></archive>", "has no <location>"),
    (Meta.archive(Meta.table("core", "Taxon", "t", [], attributes: "encoding='x-mac'")), "x-mac"),
    (
      Meta.archive(Meta.table("core", "Taxon", "t", [], attributes: "fieldsTerminatedBy='ab'")),
      "fieldsTerminatedBy=\"ab\" is not one character"
    ),
    (
      "<archive><core><files><location>a</location></files><id index='-1'/></core></archive>",
      "is no column number"
    ),
  ])
  func `what is no descriptor is refused with its reason`(text: String, reason: String) {
    let error = #expect(throws: DarwinCoreError.self) { try parse(text) }
    #expect(error?.description.hasPrefix("a.zip: meta.xml: ") == true)
    #expect(error?.description.contains(reason) == true)
  }

  @Test func `elements nested without end are refused`() {
    let text = String(repeating: "<a>", count: 10_000)
    let error = #expect(throws: DarwinCoreError.self) { try parse(text) }
    #expect(error?.description.contains("nested too deeply") == true)
  }

  @Test func `an extension without an id is joined by a shared identifier or not at all`() throws {
    let core = Meta.table("core", "Occurrence", "c", ["gbifID"])
    let media = "<extension rowType='x'><files><location>m</location></files>"
    let shared = "<field index='3' term='\(Meta.term("gbifID"))'/></extension>"
    let descriptor = try parse(Meta.archive(core + media + shared))
    #expect(descriptor.extensions[0].idIndex == 3)
    #expect(descriptor.warnings.count == 1)
    #expect(throws: DarwinCoreError.self) { try parse(Meta.archive(core + media + "</extension>")) }
  }
}
