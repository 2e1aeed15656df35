import Archives
import ByteStreams
import DarwinCore
import Invocation
import Records

/// The archives of one run, read in turn.
struct Conversion {
  private let tool: DwcaCat
  private let diagnostics: Diagnostics
  private let progress: ReadingProgress
  private var tally = JoinTally()

  init(_ tool: DwcaCat, _ diagnostics: Diagnostics) {
    self.tool = tool
    self.diagnostics = diagnostics
    progress = ReadingProgress(Progress(diagnostics, tool.messages))
  }

  /// Reads an archive; what is wrong with it is told, and the next may be better.
  /// - Throws: `StreamError` where nothing can be written any more.
  mutating func convert(_ source: ArchiveSource, to output: inout LineWriter) throws {
    do throws(DarwinCoreError) {
      let archive = try DarwinCoreArchive.open(source.path, named: source.name)
      if tool.describe {
        try describe(archive, to: &output)
      } else {
        try join(archive, source, to: &output)
      }
    } catch {
      if case .stream(let error) = error.kind { throw error }
      diagnostics.report(error)
    }
  }

  private mutating func join(
    _ archive: DarwinCoreArchive, _ source: ArchiveSource, to output: inout LineWriter
  ) throws(DarwinCoreError) {
    var options = tool.joinOptions
    if tool.provenance { options.download = download(archive, source) }
    defer { progress.finish() }
    var join = try Join.load(archive, options, isInterrupted: { [progress] in !progress.goesOn() })
    for warning in join.warnings { diagnostics.say("\(source.name): \(warning)") }
    if !join.hasMedia, !tool.core {
      diagnostics.say("\(source.name): has no table of media; its rows come out without")
    }
    // What was seen counts, however it ends.
    defer { tally += join.tally }
    try join.write(to: &output)
    if let total = source.totalRecords, total >= 0, total != join.tally.coreRows {
      diagnostics.say("\(source.name): \(join.tally.coreRows) rows, \(total) were announced")
    }
  }

  private func download(_ archive: DarwinCoreArchive, _ source: ArchiveSource) -> [UInt8]? {
    let known = archive.download
    let (key, doi) = (source.key ?? known.key, source.doi ?? known.doi)
    if key == nil, doi == nil {
      diagnostics.say("\(source.name): does not say which download it is")
      return nil
    }
    var object = JSONObject()
    object.add("key", key)
    object.add("doi", doi)
    return object.bytes
  }

  /// One line of what was read and written.
  func summarize() {
    if !tool.describe { diagnostics.say(tally.summary) }
  }
}

extension DwcaCat {
  /// What the options ask for.
  var joinOptions: JoinOptions {
    var options = JoinOptions()
    options.includesAll = all
    options.isCoreOnly = core
    options.isNested = nest
    options.isLiteral = literal
    options.fields = fields?.paths ?? []
    options.mediaTypes = mediaType
    options.extensions = extensions
    options.memory = memory.bytes
    return options
  }
}
