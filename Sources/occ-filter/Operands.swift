import ByteStreams
import Invocation
import Predicates

extension OccFilter {
  /// As with grep, the first operand is the predicate unless an option gives it; then all
  /// operands are files.
  ///
  /// Empty words stand for every record.
  func operandsByMeaning() throws -> (Predicate?, files: [String]) {
    if let `where` { return (try parse(`where`), operands) }
    guard let first = operands.first else { return (nil, []) }
    return (try parse(first), Array(operands.dropFirst()))
  }

  private func parse(_ words: String) throws -> Predicate? {
    if words.allSatisfy(\.isWhitespace) { return nil }
    do {
      return try Predicate(words: words)
    } catch {
      if Descriptor.canRead(words) {
        let advice = "the first operand is the predicate ('' for all records)"
        throw Failure(.usage, "\(words): is a file and no predicate: \(advice)")
      }
      throw Failure(.usage, error.description, illustration: error.illustration)
    }
  }
}
