/// Where the last entry of each key stands, in 24 bytes a key at most.
struct JournalIndex {
  /// A segment and an offset in it.
  struct Place: BitwiseCopyable {
    var segment: Int
    var offset: Int
  }

  /// Each grows by itself, so that never more than a small part is there twice.
  private var shelves = [IndexShelf](repeating: IndexShelf(), count: 256)

  var count: Int { shelves.reduce(0) { $0 + $1.count } }

  /// The place of the entry whose key has this hash.
  subscript(hash: UInt64) -> Place? { shelves[Int(hash >> 56)].place(of: hash) }

  /// Notes the place of an entry; a later one takes the place of an earlier.
  mutating func note(_ hash: UInt64, _ place: Place) {
    shelves[Int(hash >> 56)].note(hash, place)
  }
}
