import Fetching

/// What is to be fetched, by machine and host, and how long that takes.
struct Plan {
  /// A line of it.
  struct Row: Equatable {
    let host: String
    let pictures: Int
    let bytes: Int
    let seconds: Double
    /// What makes it take so long.
    let bound: PlanBound
  }

  private var machines: [MachinePlan]

  /// Nothing yet; each machine has limits of its own.
  init(_ limits: [FetchLimits]) { machines = limits.map(MachinePlan.init) }

  /// Takes in bytes that an earlier run got from `host` so long ago.
  mutating func remember(_ bytes: Int, from host: String, ago age: Duration) {
    for index in machines.indices { machines[index].remember(bytes, from: host, ago: age) }
  }

  /// Adds a picture at `host` that may have so many bytes, for a record of so many; machines are
  /// counted from 1 up.
  mutating func add(_ host: String, guess bytes: Int, line: Int = 0, machine: Int = 1) {
    machines[machine - 1].add(host, guess: bytes, line: line)
  }

  /// Learns from a picture of `host` that is there.
  mutating func know(_ host: String, _ bytes: Int, machine: Int = 1) {
    machines[machine - 1].know(host, bytes)
  }

  /// Nothing more is to be added.
  mutating func finish() { for index in machines.indices { machines[index].finish() } }

  /// A row a host with something to be fetched, those that take longest first; one a machine where
  /// there are several; and one of all.
  var rows: [Row] {
    let perMachine = machines.enumerated().map { index, machine in
      Row(
        host: "machine \(index + 1)/\(machines.count)", pictures: machine.pictures,
        bytes: machine.bytes, seconds: machine.seconds, bound: machine.bound)
    }
    let slowest = perMachine.max { $0.seconds < $1.seconds }
    let all = Row(
      host: "all", pictures: perMachine.reduce(0) { $0 + $1.pictures },
      bytes: perMachine.reduce(0) { $0 + $1.bytes }, seconds: slowest?.seconds ?? 0,
      bound: slowest?.bound ?? .otherHosts)
    return perHost + (machines.count > 1 ? perMachine : []) + [all]
  }

  private var perHost: [Row] {
    let names = Set(machines.flatMap(\.hosts.keys))
    return names.map(row).filter { $0.pictures > 0 }
      .sorted { ($1.seconds, $0.host) < ($0.seconds, $1.host) }
  }

  private func row(of host: String) -> Row {
    let plans = machines.compactMap { $0.hosts[host] }
    let slowest = machines.map { $0.time(of: host) }.max { $0.seconds < $1.seconds }
    return Row(
      host: host, pictures: plans.reduce(0) { $0 + $1.pictures },
      bytes: plans.reduce(0) { $0 + $1.bytes }, seconds: slowest?.seconds ?? 0,
      bound: slowest?.bound ?? .otherHosts)
  }
}
