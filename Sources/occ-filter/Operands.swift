import ByteStreams
import Invocation
import PredicateOptions
import Predicates

extension OccFilter {
  /// As with grep, the first operand is the predicate unless an option gives it; then all
  /// operands are files.
  ///
  /// Empty words stand for every record.
  func operandsByMeaning() throws -> (Predicate?, files: [String]) {
    if predicate.isGiven { return (try predicate.read(for: .records), operands) }
    guard let first = operands.first else { return (nil, []) }
    return (try parse(first), Array(operands.dropFirst()))
  }

  private func parse(_ words: String) throws -> Predicate? {
    do {
      return try PredicateOptions.parse(words, for: .records)
    } catch {
      guard Descriptor.canRead(words) else { throw error }
      let advice = "the first operand is the predicate ('' for all records)"
      throw Failure(.usage, "\(words): is a file and no predicate: \(advice)")
    }
  }
}
