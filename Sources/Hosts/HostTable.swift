/// What is known of hosts: limits, and how processes share them.
///
/// Of several rules that fit a host the most specific counts, column by column.
public struct HostTable: Sendable {
  /// One on top of the other.
  private var layers: [[HostPattern: HostRule]]

  /// A table that knows nothing.
  public init() { layers = [] }

  init(_ rules: [HostPattern: HostRule]) { layers = [rules] }

  /// The hosts that are known without being told, from `hosts.tsv`.
  public static let known: HostTable = {
    let text = String(decoding: knownText, as: UTF8.self)
    return (try? HostTable(reading: text, name: "hosts.tsv")) ?? HostTable()
  }()

  static var knownText: [UInt8] { PackageResources.hosts_tsv }

  /// What this table says, and on top of it what `other` says of the same hosts.
  public func extended(by other: HostTable) -> HostTable {
    var table = self
    table.layers += other.layers
    return table
  }

  /// What is said of a host.
  public func rule(for host: String) -> HostRule {
    var rule = HostRule()
    let patterns = HostPattern.fitting(host)
    for layer in layers {
      for pattern in patterns {
        if let next = layer[pattern] { rule = next.over(rule) }
      }
    }
    return rule
  }
}
