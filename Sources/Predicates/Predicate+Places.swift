extension Predicate {
  /// Where in the words of this predicate a part of it begins, in characters from 0 on.
  ///
  /// `path` leads there: the number of a term, the number of one of its own, and so on. So a part
  /// can be shown whatever the predicate was written in.
  func offset(of path: ArraySlice<Int>) -> Int {
    guard let index = path.first else { return 0 }
    switch self {
    case .and(let terms): return offset(of: path, in: terms, at: index, " and ", \.isCompound)
    case .or(let terms): return offset(of: path, in: terms, at: index, " or ", \.isOr)
    default: return 0
    }
  }

  private func offset(
    of path: ArraySlice<Int>, in terms: [Predicate], at index: Int, _ joint: String,
    _ isWeaker: (Predicate) -> Bool
  ) -> Int {
    let before = terms[..<index].map { $0.inBrackets(when: isWeaker).count + joint.count }
    let bracket = isWeaker(terms[index]) ? 1 : 0
    return before.reduce(bracket, +) + terms[index].offset(of: path.dropFirst())
  }
}
