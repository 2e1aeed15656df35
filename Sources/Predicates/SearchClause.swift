internal import GBIF

/// One parameter of GBIF's search, with its values, any of which will do.
struct SearchClause: Equatable {
  enum Value: Hashable {
    case one(String)
    /// From one to another, both included; `nil` is an open end.
    case range(from: String?, to: String?)

    var text: String {
      switch self {
      case .one(let text): text
      case .range(let from, let to): "\(from ?? "*"),\(to ?? "*")"
      }
    }
  }

  let key: SearchKey
  var values: [Value]

  var parameters: [SearchParameter] { values.map { SearchParameter(key, $0.text) } }

  /// What fulfils both, of one key; `nil` where the search can't say that: it would take the
  /// values of both for alternatives.
  func and(_ other: SearchClause) -> SearchClause? {
    if self == other { return self }
    guard values.count == 1, other.values.count == 1,
      case .range(let from, let to) = values[0],
      case .range(let otherFrom, let otherTo) = other.values[0],
      from == nil || otherFrom == nil, to == nil || otherTo == nil
    else { return nil }
    return SearchClause(key: key, values: [.range(from: from ?? otherFrom, to: to ?? otherTo)])
  }
}
