import ArgumentParser
import Invocation

/// When a shard is full: a number of samples, or of bytes as people write them (`1G`).
enum ShardSize: ExpressibleByArgument, Equatable {
  case samples(Int)
  case bytes(Int)

  /// What is taken where nothing is said.
  static let standard = ShardSize.samples(1000)

  /// Digits alone are samples, and with a letter bytes; `nil` for anything else, and for 0.
  init?(argument: String) {
    guard let count = ByteCount(argument: argument), count.bytes > 0 else { return nil }
    self = Int(argument) == nil ? .bytes(count.bytes) : .samples(count.bytes)
  }

  /// Whether a shard that has something in it takes no further sample.
  func isReached(samples: Int, bytes: Int, adding sample: Int) -> Bool {
    switch self {
    case .samples(let limit): samples >= limit
    case .bytes(let limit): bytes + sample + Self.endSize > limit
    }
  }

  /// The two blocks of zeros that end a tar.
  static let endSize = 1024

  /// What a member of so many bytes takes in a tar: blocks of 512, one of them its header.
  static func size(ofMember count: Int) -> Int { 512 + (count + 511) / 512 * 512 }
}
