import ByteStreams
import Foundation
import Records

@testable import DarwinCore

/// An archive in a folder that goes away with its test.
final class TestArchive {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.path + "/darwin-core-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  /// With a core and, where `media` is there, an extension of media, both of TABs and LFs
  /// without quotes, and the id in the first column.
  convenience init(core: String, media: String? = nil, memory: Int? = nil) throws {
    let files = ["core.txt": core, "media.txt": media].compactMapValues(\.self)
    try self.init(files)
    var tables = Meta.table("core", "Occurrence", "core.txt", ["gbifID", "species", "locality"])
    if media != nil {
      tables += Meta.table(
        "extension", "Multimedia", "media.txt", ["gbifID", "type", "identifier"])
    }
    try write(Data(Meta.archive(tables).utf8), to: "meta.xml")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: Data, to name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// The records as lines.
  func records(_ change: (inout JoinOptions) -> Void = { _ in }) throws -> [String] {
    try Self.join(path, change).records
  }

  /// The records of an archive as lines, and what was seen.
  static func join(
    _ path: String, _ change: (inout JoinOptions) -> Void = { _ in }
  ) throws -> (records: [String], tally: JoinTally) {
    var options = JoinOptions()
    change(&options)
    var join = try Join.load(try DarwinCoreArchive.open(path), options)
    let records = try records { writer throws(DarwinCoreError) in try join.write(to: &writer) }
    return (records, join.tally)
  }

  /// The records before a fault of the core.
  static func joinBeforeFault(
    _ path: String, _ change: (inout JoinOptions) -> Void
  ) throws -> (records: [String], fault: DarwinCoreError?) {
    var options = JoinOptions()
    change(&options)
    var join = try Join.load(try DarwinCoreArchive.open(path), options)
    var fault: DarwinCoreError?
    let records = try records { writer in
      do throws(DarwinCoreError) { try join.write(to: &writer) } catch { fault = error }
    }
    return (records, fault)
  }

  /// The lines that `write` gives.
  private static func records(_ write: (inout LineWriter) throws -> Void) throws -> [String] {
    let output = FileManager.default.temporaryDirectory.path + "/records-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: output) }
    var writer = try LineWriter.file(output)
    try write(&writer)
    try writer.finish()
    let text = try String(contentsOfFile: output, encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }
}

/// Descriptors for tests.
enum Meta {
  static let namespaces = [
    "gbifID": "http://rs.gbif.org/terms/1.0/", "type": "http://purl.org/dc/terms/",
    "identifier": "http://purl.org/dc/terms/", "format": "http://purl.org/dc/terms/",
    "Multimedia": "http://rs.gbif.org/terms/1.0/",
  ]

  static func term(_ name: String) -> String {
    name.contains("/") ? name : (namespaces[name] ?? "http://rs.tdwg.org/dwc/terms/") + name
  }

  static let dialect = #"fieldsTerminatedBy="\t" linesTerminatedBy="\n" fieldsEnclosedBy="""#

  static func table(
    _ tag: String, _ rowType: String, _ location: String, _ terms: [String],
    attributes: String = dialect
  ) -> String {
    let id = tag == "core" ? "id" : "coreid"
    let fields = terms.enumerated().map { #"<field index="\#($0)" term="\#(term($1))"/>"# }
    return """
      <\(tag) \(attributes) rowType="\(term(rowType))"><files><location>\(location)</location></files>
      <\(id) index="0"/>\(fields.joined())</\(tag)>
      """
  }

  static func archive(_ tables: String) -> String {
    #"<archive xmlns="http://rs.tdwg.org/dwc/text/">\#(tables)</archive>"#
  }
}
