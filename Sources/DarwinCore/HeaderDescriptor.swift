internal import Archives

/// Finds out what tables mean that no meta.xml describes, by their first lines.
///
/// One table means what its header says. Of several only a GBIF download is known, which
/// somebody unpacked and thinned out.
struct HeaderDescriptor {
  private static let occurrence = "http://rs.tdwg.org/dwc/terms/Occurrence"
  private static let multimedia = "http://rs.gbif.org/terms/1.0/Multimedia"

  private let archive: Archive
  private let names: MemberNames

  init(_ archive: Archive, _ names: MemberNames) {
    self.archive = archive
    self.names = names
  }

  func descriptor() throws(DarwinCoreError) -> ArchiveDescriptor {
    if let core = try names.find("occurrence.txt") { return try download(core) }
    let tables = names.members.filter { Self.isTable($0.name) }
    guard tables.count == 1 else {
      let found = tables.isEmpty ? "no table" : "\(tables.count) tables"
      throw DarwinCoreError(archive.path, "no meta.xml, and \(found) instead of one")
    }
    return ArchiveDescriptor(core: try table(tables[0], rowType: Self.occurrence), extensions: [])
  }

  /// A download without its meta.xml: occurrence.txt, and multimedia.txt if it is still there.
  private func download(_ core: ArchiveMember) throws(DarwinCoreError) -> ArchiveDescriptor {
    var core = try table(("occurrence.txt", core), rowType: Self.occurrence)
    guard let media = try names.find("multimedia.txt") else {
      return ArchiveDescriptor(core: core, extensions: [])
    }
    var extensions = [try table(("multimedia.txt", media), rowType: Self.multimedia)]
    guard let shared = core.sharedIdentifier(with: extensions[0]) else {
      throw DarwinCoreError(archive.path, "no meta.xml, and no column to join its tables by")
    }
    (core.idIndex, extensions[0].idIndex) = (shared.core, shared.extension)
    return ArchiveDescriptor(core: core, extensions: extensions)
  }

  private static func isTable(_ name: String) -> Bool {
    let others = [
      ".xml", ".md", ".pdf", ".html", ".json", "citations.txt", "rights.txt", "readme.txt",
    ]
    let name = name.lowercased()
    return !others.contains { name.hasSuffix($0) }
  }

  private func table(
    _ entry: (name: String, member: ArchiveMember), rowType: String
  ) throws(DarwinCoreError) -> TableDescriptor {
    let sample = try Sample.read(entry.member, of: archive, declared: .utf8)
    if sample.line.utf8.contains(0) { throw fault(entry.member, "is no table of text") }
    guard var dialect = Dialect(sniffing: sample.line) else {
      throw fault(entry.member, "its first line names no columns")
    }
    dialect.terminator = sample.terminator
    var table = TableDescriptor(rowType: Term(rowType), locations: [entry.name])
    table.isFromHeader = true
    (table.dialect, table.encoding, table.headerLines) = (dialect, sample.encoding, 1)
    for (index, name) in dialect.cells(of: sample.line).enumerated() where !name.isEmpty {
      table.fields.append(.init(term: Term(name), index: index, defaultValue: nil))
    }
    table.idIndex = table.fields.first { $0.term.name == "gbifID" }?.index
    return table
  }

  private func fault(_ member: ArchiveMember, _ reason: String) -> DarwinCoreError {
    let name = archive.isSingleFile ? nil : member.name
    return DarwinCoreError(archive.path, member: name, "no meta.xml, and \(reason)")
  }
}

extension Dialect {
  /// The dialect of a table whose first line, the names of its columns, is this: the delimiter
  /// that is there most often; `nil` where there is none.
  ///
  /// With TABs nothing encloses cells unless the header is enclosed itself.
  init?(sniffing line: String) {
    let candidates: [UInt8] = [0x09, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]
    let counts = candidates.map { candidate in line.utf8.count { $0 == candidate } }
    let best = counts.indices.max { counts[$0] < counts[$1] }
    guard let best, counts[best] > 0 else { return nil }
    delimiter = candidates[best]
    let first = line.utf8.first
    if first == UInt8(ascii: "'") { enclosure = first }
    if delimiter == 0x09, first != UInt8(ascii: "\""), first != enclosure { enclosure = nil }
  }

  /// The cells of a header line, told apart as those of rows are, without quotes and blanks
  /// around them.
  func cells(of line: String) -> [String] {
    let quote = enclosure.map { Character(Unicode.Scalar($0)) }
    return rawCells(of: line).map { cell in
      let start = cell.drop { $0.isWhitespace || $0 == quote }
      return start.lastIndex { !$0.isWhitespace && $0 != quote }.map { String(start[...$0]) } ?? ""
    }
  }

  private func rawCells(of line: String) -> [String] {
    // A quote that is not closed before the line end is text.
    let bytes = Array(line.utf8) + [terminator]
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let row = bytes.baseAddress else { return [] }
      var reader = unsafe QuotedRowReader(row, bytes.count, isAll: true, self)
      reader.reading = .lines
      var (cells, start) = ([String](), 0)
      while !reader.isRowEnd, let end = reader.nextEnd() {
        unsafe cells.append(String(decoding: bytes[start..<end], as: UTF8.self))
        start = reader.offset
      }
      return cells
    }
  }
}
