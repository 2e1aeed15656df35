public import GBIF

extension Predicate {
  /// The parameters by which GBIF's search finds the same: `year >= 1990 and country = DK` are
  /// `year=1990,*` and `country=DK`.
  ///
  /// Parameters hold together, and values of one parameter are alternatives; there is no more to
  /// it. The predicate must be one for GBIF.
  /// - Throws: `PredicateError` where the search can't say it; its text are the predicate's words,
  ///   since it may not have been read from any.
  public func searchParameters() throws(PredicateError) -> [SearchParameter] {
    var translation = SearchTranslation(self)
    let clauses = try translation.clauses(of: self, [])
    return try clauses.flatMap(\.parameters) + translation.checklist(beside: clauses)
  }
}
