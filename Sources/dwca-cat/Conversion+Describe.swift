import ByteStreams
import DarwinCore
import Records
internal import Glibc

extension Conversion {
  /// Writes what is in an archive: a line of JSON, or a few lines where a person reads them.
  func describe(
    _ archive: DarwinCoreArchive, to output: inout LineWriter
  ) throws(DarwinCoreError) {
    let description = try archive.describe()
    do throws(StreamError) {
      if isatty(STDOUT_FILENO) == 1 {
        for line in description.lines {
          output.append(line)
          try output.endLine()
        }
      } else {
        output.append(description.json.bytes.span)
        try output.endLine()
      }
    } catch {
      throw DarwinCoreError(error)
    }
  }
}

extension ArchiveDescription {
  /// For people: a line for the archive and one for each table.
  var lines: [String] {
    ["\(path): \(members.count) members"]
      + tables.map { table in
        let what = "\(table.role) \(table.descriptor.rowType.name)"
        let size = "\(table.rows) rows, \(table.columns.count) columns"
        let files = table.descriptor.locations.joined(separator: ", ")
        return "  \(what): \(size), \(table.descriptor.encoding.rawValue), in \(files)"
      }
  }
}
