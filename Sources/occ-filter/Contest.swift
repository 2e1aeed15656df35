import ByteStreams
import Records

/// Finds, among records of a group that have one hash in common, those that are kept: the
/// smaller keys, of records with one key those whose lines have the smaller hashes.
struct Contest: ~Copyable {
  private struct Group {
    let places: Int
    /// The best so far, in their order.
    var best: [Contender] = []

    mutating func add(_ contender: Contender) {
      if best.count == places, let last = best.last, last < contender { return }
      best.insert(contender, at: best.firstIndex { contender < $0 } ?? best.count)
      if best.count > places { best.removeLast() }
    }
  }

  private var scanner = RecordScanner()
  private let identity: Identity
  private var groups: [Int: Group] = [:]

  init() { identity = Identity(&scanner) }

  /// Lets a record contend for the places of its group, so many.
  mutating func add(
    _ line: borrowing Span<UInt8>, to group: Int, place: Int, places: () -> Int
  ) throws(StreamError) {
    let identity = identity
    if groups[group] == nil { groups[group] = Group(places: places()) }
    do throws(RecordFault) {
      let contender = try scanner.scan(copying: line) { Contender($0, identity, place: place) }
      groups[group]?.add(contender)
    } catch {
      throw StreamError(.damaged, "a record read again", error.reason)
    }
  }

  /// The places among the candidates of those that are kept.
  var winners: Set<Int> { Set(groups.values.flatMap(\.best).map(\.place)) }
}
