import Predicates
import Records

/// The rules of one run, in the order in which they apply, and how many each one dropped.
struct Rules {
  private let judge: Judge?
  private var unique: Unique?
  private var head: Head?
  private var dropped = (predicate: 0, unique: 0, head: 0)

  init(_ options: OccFilter, _ predicate: Predicate?, _ scanner: inout RecordScanner) {
    judge = predicate.map { Judge($0, &scanner) }
    unique = options.unique.isEmpty ? nil : Unique(options.unique, &scanner)
    head = options.head.map { Head($0, per: options.per, &scanner) }
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
      dropped.predicate += 1
      return false
    }
    guard unique?.keep(record) ?? true else {
      dropped.unique += 1
      return false
    }
    guard head?.keep(record) ?? true else {
      dropped.head += 1
      return false
    }
    return true
  }

  /// What became of the records, in one line.
  func summary(of count: Int) -> String {
    let kept = count - dropped.predicate - dropped.unique - dropped.head
    var parts = ["\(count) records, \(kept) kept"]
    if judge != nil { parts.append("\(dropped.predicate) dropped by the predicate") }
    if unique != nil { parts.append("\(dropped.unique) by --unique") }
    if let head { parts.append("\(dropped.head) by --head" + head.remark) }
    return parts.joined(separator: ", ")
  }
}
