import ByteStreams
import GBIF
import GBIFClient
import Invocation
import PredicateOptions
import Predicates

extension GbifPost {
  /// A request has 101,000 items at most, a few megabytes.
  private static var longest: Int { 64 << 20 }

  /// Reads the request from wherever it comes, and puts the options in.
  ///
  /// What GBIF would refuse ends here; what it may refuse is told.
  func readRequest(_ diagnostics: Diagnostics) throws -> DownloadRequest {
    let creator = credentials.user(for: service.service)
    if let sql = source.sql {
      return DownloadRequest(sql: try statement(in: sql), creator: creator, request.changes)
    }
    if source.predicates.where != nil || source.taxa != nil {
      return try written(creator, diagnostics)
    }
    return try read(creator, diagnostics)
  }

  private func read(_ creator: String?, _ diagnostics: Diagnostics) throws -> DownloadRequest {
    let file = source.file ?? source.predicates.predicate
    let input = try Descriptor.input(file ?? "-")
    if file == nil, input.isTerminal { throw NothingNamed() }
    let text = try input.readAll(limit: Self.longest)
    let result = try DownloadRequest(
      text, named: input.name, creator: creator, request.changes)
    if !result.isSQL {
      for warning in try RequestCheck.warnings(of: text, named: input.name) {
        diagnostics.say(warning)
      }
    }
    return result
  }

  /// The request of `--where` and `--taxa`.
  private func written(_ creator: String?, _ diagnostics: Diagnostics) throws -> DownloadRequest {
    let words = try source.predicates.read(for: .gbif)
    if words == nil, source.predicates.where != nil {
      throw Failure(.usage, "--where: no words, and all records are not asked for so")
    }
    let taxa = try source.taxa.map { path in
      try TaxonReader(self, diagnostics).predicate(ofTaxaIn: path)
    }
    let predicate = Predicate.all([taxa, words?.withAbsence])
    try RequestCheck.checkSize(of: predicate, named: source.given.joined(separator: " and "))
    return try DownloadRequest(
      predicate.json ?? [], named: source.given[0], creator: creator, request.changes)
  }

  private func statement(in path: String) throws -> String {
    let input = try Descriptor.input(path)
    let text = String(decoding: try input.readAll(limit: Self.longest), as: UTF8.self)
    let statement = text.trimmingPrefix("\u{FEFF}").trimmingPrefix(while: \.isWhitespace)
    guard let end = statement.lastIndex(where: { !$0.isWhitespace }) else {
      throw Failure(.badInput, "\(input.name): no SQL in it")
    }
    return String(statement[...end])
  }
}

extension Predicate {
  /// All that are there, those of a conjunction beside the others.
  fileprivate static func all(_ predicates: [Predicate?]) -> Predicate {
    let predicates = predicates.compactMap { $0 }
    let terms = predicates.flatMap { predicate in
      if case .and(let terms) = predicate { terms } else { [predicate] }
    }
    return terms.count == 1 ? terms[0] : .and(terms)
  }
}
