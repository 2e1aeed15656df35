import ByteStreams
import GBIF
import GBIFClient
import Invocation
import Records
import Transfers

/// A search: its pages one after the other over one connection, and what became of them.
struct Search: ~Copyable {
  /// Bytes of an answer; a page that has more is asked for in halves.
  private static let largestAnswer = 64 << 20

  private var client: Client
  private var paging: SearchPaging
  private var seen = Set<String>()
  private var tally = Tally()
  private let records: OccurrenceRecords
  private let parameters: [SearchParameter]
  private let service: Service
  private let diagnostics: Diagnostics
  private let progress: Progress

  init(
    _ options: GbifSearch, _ parameters: [SearchParameter], _ diagnostics: Diagnostics
  ) throws {
    client = try Client.open(options.service.settings)
    paging = SearchPaging(limit: options.limit, first: options.interval?.duration)
    var records = OccurrenceRecords()
    records.includesAll = options.all
    records.isNested = options.nest
    self.records = records
    self.parameters = parameters
    service = options.service.service
    self.diagnostics = diagnostics
    progress = Progress(diagnostics, options.messages, inPipelines: true)
  }

  /// The occurrences of the next page; `nil` after the last, and after an INT or TERM.
  /// - Throws: `ServiceError` where GBIF does not give them.
  mutating func next() throws -> [JSONTree]? {
    while Signals.interruption == nil, let (offset, limit) = paging.next {
      let (tally, isFirst) = (tally, paging.count == nil)
      progress.show { tally.state(after: $0) }
      let url = service.search(parameters, offset: offset, limit: limit)
      guard let page = try ask(TransferRequest.call(url)) else { continue }
      if isFirst { tellCeiling() }
      self.tally.count = page.count
      return page.occurrences.filter { isNew($0) }
    }
    return nil
  }

  /// The answer to a question; `nil` where it is to be asked anew.
  private mutating func ask(_ request: TransferRequest) throws -> SearchPage? {
    let answer = try client.call(request, limit: Self.largestAnswer).answer
    switch verdict(answer) {
    case .page(let page): return page
    case .refused(let error): throw error
    case .again(let wait, let reason):
      diagnostics.say("\(reason): again in \(TimeSpan(wait).rounded)")
      try client.pause(wait)
      return nil
    }
  }

  private mutating func verdict(_ answer: ServiceAnswer) -> SearchPaging.Verdict {
    if case .http(200, let body, _) = answer, body.count >= Self.largestAnswer {
      return paging.verdictOfTooLarge()
    }
    return paging.verdict(answer)
  }

  /// The pages may move under our feet while GBIF takes in new records.
  private mutating func isNew(_ occurrence: JSONTree) -> Bool {
    guard let id = OccurrenceRecords.identifier(of: occurrence) else { return true }
    let isNew = seen.insert(id).inserted
    if !isNew { tally.repeated += 1 }
    return isNew
  }

  /// Writes the records of an occurrence.
  mutating func write(_ occurrence: JSONTree, to output: inout LineWriter) throws {
    let lines = records.lines(of: occurrence)
    tally.occurrences += 1
    tally.records += lines.count
    if lines.isEmpty { tally.withoutMedia += 1 }
    for line in lines {
      output.append(line.span)
      try output.endLine()
    }
  }

  private func tellCeiling() {
    guard paging.isCut, let count = paging.count else { return }
    let advice = "ask for a download (gbif-post), or for less"
    diagnostics.report(
      .someFailed, "GBIF's search gives the first \(SearchPaging.ceiling) of \(count): \(advice)")
  }

  /// Says what was found.
  func summarize() {
    progress.clear()
    diagnostics.say(tally.summary)
  }
}
