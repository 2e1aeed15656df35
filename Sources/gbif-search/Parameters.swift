import GBIF
import Invocation
import PredicateOptions
import Predicates

extension GbifSearch {
  /// What `limit` and its like are to GBIF is decided here.
  private static let ours: Set = ["limit", "offset", "facet"]

  /// All that GBIF is asked with.
  /// - Throws: `Failure` where the search can't say what is asked.
  func parameters(_ diagnostics: Diagnostics) throws -> [SearchParameter] {
    guard predicate.isGiven || !param.isEmpty else { throw NothingNamed() }
    let words = try predicateParameters()
    for parameter in param { try check(parameter, beside: words, diagnostics) }
    return words + param
  }

  private func predicateParameters() throws -> [SearchParameter] {
    guard let predicate = try predicate.read(for: .gbif) else { return [] }
    do {
      return try predicate.searchParameters()
    } catch {
      throw Failure(.usage, error.description, illustration: error.illustration)
    }
  }

  private func check(
    _ parameter: SearchParameter, beside others: [SearchParameter], _ diagnostics: Diagnostics
  ) throws {
    let name = parameter.name
    if Self.ours.contains(parameter.foldedName) {
      throw Failure(.usage, "--param \(name): is not for you to choose; see --limit")
    }
    if others.contains(where: { $0.foldedName == parameter.foldedName }) {
      let reason = "GBIF's search would take it for an alternative to the predicate's"
      throw Failure(.usage, "--param \(name): \(reason)")
    }
    if !parameter.isKnown {
      diagnostics.say("--param \(name): GBIF passes over what it does not know, perhaps this")
    }
  }
}
