import ArgumentParser
import Invocation

/// Where samples go to.
enum Destination: Equatable {
  /// One tar on the standard output.
  case standardOutput(isPacked: Bool)
  case shards(ShardPattern, ShardSize)
}

extension ImgPack {
  /// What the options say of it.
  /// - Throws: `ValidationError`.
  func destination() throws -> Destination {
    guard let output = stream.output else {
      throw ValidationError("name the shards: -o 'shard-%06d.tar', or -o - for one tar")
    }
    if output == "-" {
      guard shardSize == nil, by == nil else {
        throw ValidationError("-o - writes one tar: not with --shard-size or --by")
      }
      return .standardOutput(isPacked: zstd)
    }
    guard let pattern = ShardPattern(output, by: by, zstd: zstd) else {
      throw ValidationError(
        "-o takes the name of a tar with one place for a number, not right behind {FIELD}, "
          + "such as 'shard-%06d.tar', or -")
    }
    return .shards(pattern, shardSize ?? .standard)
  }
}
