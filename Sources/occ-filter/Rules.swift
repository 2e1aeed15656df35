import Predicates
import Records

/// The rules that look at one record after the other, in the order in which they apply, and how
/// many each one dropped.
struct Rules {
  private let judge: Judge?
  private var unique: Unique?
  private(set) var droppedByPredicate = 0
  private(set) var droppedByUnique = 0

  init(_ options: OccFilter, _ predicate: Predicate?, _ scanner: inout RecordScanner) {
    judge = predicate.map { Judge($0, &scanner) }
    unique = options.unique.isEmpty ? nil : Unique(options.unique, &scanner)
  }

  /// What is to become of a record.
  enum Verdict {
    case keep, drop
    /// It can't be judged, and why.
    case reject(String)
  }

  mutating func verdict(on record: borrowing Record) -> Verdict {
    do throws(JudgementError) {
      return try keep(record) ? .keep : .drop
    } catch {
      return .reject(error.description)
    }
  }

  private mutating func keep(_ record: borrowing Record) throws(JudgementError) -> Bool {
    if let judge, try !judge.accepts(record) {
      droppedByPredicate += 1
      return false
    }
    guard unique?.keep(record) ?? true else {
      droppedByUnique += 1
      return false
    }
    return true
  }
}
