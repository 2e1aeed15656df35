import Testing

/// What must hold whatever the hosts answer.
struct SimulationTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `limits hold, every request ends once, and nothing waits for ever`(seed: UInt64) {
    var simulation = Simulation(seed: seed, requests: 600)
    simulation.run()
    #expect(simulation.faults == [])
    #expect(simulation.ends.count == 600)
  }

  @Test func `some simulations park hosts, and some do not`() {
    let parked = (1...20 as ClosedRange<UInt64>).map { seed in
      var simulation = Simulation(seed: seed, requests: 600)
      simulation.run()
      return simulation.parked
    }
    #expect(parked.contains(0))
    #expect(parked.contains { $0 > 0 })
  }
}
