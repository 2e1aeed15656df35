/// The licences of spellings that came lately: a download has few of them, and millions of
/// rows.
///
/// It is a class, so that looking something up may keep it.
final class LicenceMemory {
  private struct Entry {
    var spelling: [UInt8]
    var id: [UInt8]
  }

  private static let size = 256
  /// The identifier of an absent licence.
  static let idOfNone = Array(Licence.unknown.id.utf8)

  private var entries: [Entry?] = Array(repeating: nil, count: size)

  /// The identifier of the licence that `spelling` tells, in UTF-8.
  func id(of spelling: borrowing Span<UInt8>) -> [UInt8] {
    let place = Self.place(of: spelling)
    if let entry = entries[place], isEqual(entry.spelling, spelling) { return entry.id }
    let bytes = spelling.indices.map { spelling[$0] }
    let id = Array(Licence(String(decoding: bytes, as: UTF8.self)).id.utf8)
    entries[place] = Entry(spelling: bytes, id: id)
    return id
  }

  private func isEqual(_ known: [UInt8], _ spelling: borrowing Span<UInt8>) -> Bool {
    guard known.count == spelling.count else { return false }
    for index in spelling.indices where known[index] != spelling[index] { return false }
    return true
  }

  /// FNV-1a (Fowler, Noll and Vo): equal spellings have one place, and most others another.
  private static func place(of spelling: borrowing Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in spelling.indices { hash = (hash ^ UInt64(spelling[index])) &* 0x100_0000_01B3 }
    return Int((hash ^ hash >> 32) % UInt64(size))
  }
}
