/// The names of a shard's samples: no two are alike, or a loader takes two samples for one.
struct SampleNames {
  /// So many at least are remembered; a shard seldom has more, a tar on a pipe may.
  private static let remembered = 1 << 16

  /// By name the SHA-1 of the sample's key.
  private var recent: [String: String] = [:]
  private var earlier: [String: String] = [:]

  /// The name that a sample gets; `nil` where there is one with the same key.
  func name(for name: SampleName) -> String? {
    guard let hash = hash(name.short) else { return name.short }
    return hash == name.hash || self.hash(name.long) != nil ? nil : name.long
  }

  private func hash(_ name: String) -> String? { recent[name] ?? earlier[name] }

  /// Remembers a sample under the name that it got.
  mutating func insert(_ name: String, _ sample: SampleName) {
    if recent.count == Self.remembered { (earlier, recent) = (recent, [:]) }
    recent[name] = sample.hash
  }
}
