import ArgumentParser
import Invocation

extension ImgFetch {
  func validate() throws {
    try validateNumbers()
    try validateSharing()
    if directory.isEmpty { throw ValidationError("--directory takes the name of a folder") }
  }

  private func validateNumbers() throws {
    for (option, value, range) in [
      ("--concurrency", concurrency, 1...10_000), ("--per-host", perHost ?? 1, 1...10_000),
      ("--retries", retries, 0...1000),
    ] where !range.contains(value) {
      throw ValidationError(
        "\(option) takes a number from \(range.lowerBound) to \(range.upperBound)")
    }
    if !(.seconds(1)...(.seconds(86_400)) ~= timeout.duration) {
      throw ValidationError("--timeout takes a time from 1s to 1d")
    }
    if let maxSide, !(16...65_536 ~= maxSide) {
      throw ValidationError("--max-side takes a number of pixels from 16 to 65536")
    }
  }

  /// How the work is divided, truly or in a plan.
  private func validateSharing() throws {
    if shardBy != nil, shard == nil, machines == nil {
      throw ValidationError("--shard-by is of no use without --shard or --machines")
    }
    if let machines, !(Shard.counts ~= machines) {
      throw ValidationError(
        "--machines takes a number from \(Shard.counts.lowerBound) to \(Shard.counts.upperBound)")
    }
    if machines != nil, !plan { throw ValidationError("--machines is of no use without --plan") }
    if machines != nil, shard != nil {
      throw ValidationError("--machines and --shard are of no use together")
    }
  }
}
