import Values

/// Why of two records of a picture the one is kept and not the other.
enum Reason: CaseIterable {
  case pixels, licence, key, order

  /// What decided against `card`.
  init(against card: Card, for kept: Card, _ rule: KeepRule) {
    if rule == .first {
      self = .order
    } else if card.pixels != kept.pixels {
      self = .pixels
    } else if card.licence.rank != kept.licence.rank {
      self = .licence
    } else {
      self = .key
    }
  }

  /// Said of the one that is kept.
  var ofKept: StaticString {
    switch self {
    case .pixels: "more pixels"
    case .licence: "a licence that allows more"
    case .key: "the smaller id"
    case .order: "it came first"
    }
  }

  /// Said of one that is not.
  var ofDropped: StaticString {
    switch self {
    case .pixels: "fewer pixels"
    case .licence: "a licence that allows less"
    case .key: "as good, but not the smallest id"
    case .order: "it came later"
    }
  }
}
