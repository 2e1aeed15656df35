import ByteStreams
import Invocation
import Threads

/// Writes the report: one page of HTML that needs nothing beside it, runs nothing, and asks
/// nobody.
struct ReportPage: ~Copyable {
  /// The pictures of so many groups are made beforehand.
  private static let ahead = 16

  let options: ImgDedup
  var thumbnails: Thumbnails
  private var output: LineWriter

  init(_ options: ImgDedup, _ folder: BaseFolder, _ output: consuming LineWriter) {
    self.options = options
    thumbnails = Thumbnails(folder, threads: options.jobs ?? Worker.cores)
    self.output = output
  }

  /// Writes what stands above the groups.
  mutating func begin(
    _ summary: String, _ ranking: GroupRanking, shown: Int
  ) throws(StreamError) {
    var markup = HTML()
    markup.add(Self.start)
    markup.add(Self.style)
    markup.add("</head>\n<body>\n<header>\n<h1>Pictures that are the same</h1>\n<p>")
    addNotion(to: &markup)
    markup.add("</p>\n<p><bdi>")
    markup.add(text: summary)
    markup.add("</bdi></p>\n<p class=\"groups\">")
    addCounts(ranking, shown: shown, to: &markup)
    markup.add("</p>\n</header>\n<main>")
    try write(markup)
  }

  /// Writes groups, until the run is interrupted.
  mutating func add(_ groups: [ReportGroup]) throws {
    for index in groups.indices where Signals.interruption == nil {
      for group in groups[index...].prefix(Self.ahead) {
        for card in group.cards { try card.values[.path].map { try thumbnails.order($0) } }
      }
      var markup = HTML()
      try add(groups[index], to: &markup)
      try write(markup)
    }
  }

  /// Writes the end and gives the file its name.
  consuming func finish() throws(StreamError) {
    var markup = HTML()
    markup.add("</main>\n</body>\n</html>")
    try write(markup)
    try output.finish()
  }

  private mutating func write(_ markup: HTML) throws(StreamError) {
    let bytes = markup.bytes
    output.append(bytes.span)
    try output.endLine()
  }

  private func addNotion(to markup: inout HTML) {
    switch options.notion {
    case .exact: markup.add("Files with the same bytes (--exact).")
    case .pixels: markup.add("Files that decode to the same pixels (--pixels).")
    case .similar(let radius):
      markup.add("Pictures whose hashes differ in at most ")
      markup.add(radius)
      markup.add(" of 64 bits (--similar ")
      markup.add(radius)
      markup.add(").")
    }
  }

  private func addCounts(_ ranking: GroupRanking, shown: Int, to markup: inout HTML) {
    markup.add("Groups: ")
    markup.add(ranking.groups)
    markup.add("; with more than one ")
    markup.add(text: "\(options.label)")
    markup.add(": ")
    markup.add(ranking.conflicts)
    markup.add(options.reportConflicts ? ", and only these are shown" : ", and these come first")
    let wanted = options.reportConflicts ? ranking.conflicts : ranking.groups
    if wanted > shown {
      markup.add("; not shown: ")
      markup.add(wanted - shown)
    }
    markup.add(".")
  }
}
