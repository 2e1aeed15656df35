import ArgumentParser
import Records

/// One of so many parts of the work: `2/4` is the second of four.
///
/// Each text belongs to one part, the same in every process and on every machine.
struct Shard: ExpressibleByArgument, Equatable {
  /// What may be asked for.
  static let counts = 1...65_536

  /// From 1 up.
  let number: Int
  let count: Int

  init(number: Int, of count: Int) { (self.number, self.count) = (number, count) }

  /// Reads `I/N`, with I from 1 to N.
  init?(argument: String) {
    let words = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2, let number = Int(words[0]), let count = Int(words[1]),
      Self.counts ~= count, 1...count ~= number
    else { return nil }
    self.init(number: number, of: count)
  }

  /// Whether a text is this part's.
  func contains(_ text: String) -> Bool { contains(Array(text.utf8).span) }

  /// Whether bytes are this part's.
  func contains(_ bytes: borrowing Span<UInt8>) -> Bool {
    Self.number(of: bytes, among: count) == number
  }

  /// The number of the part, of so many, that bytes belong to.
  static func number(of bytes: borrowing Span<UInt8>, among count: Int) -> Int {
    var hash = SipHash(k0: 0)
    hash.append(bytes)
    return Int(hash.finish() % UInt64(count)) + 1
  }
}
