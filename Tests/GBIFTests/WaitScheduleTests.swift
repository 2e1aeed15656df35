import GBIF
import Testing

/// How long is waited.
struct WaitScheduleTests {
  @Test(arguments: [
    (1, 10.0), (2, 15), (3, 22.5), (4, 33.75), (9, 256.289), (10, 300), (1000, 300),
  ])
  func `polls begin at ten seconds and grow by half to five minutes`(
    _ count: Int, _ seconds: Double
  ) {
    for seed in 0..<100 {
      let wait = WaitSchedule.polling.wait(afterTry: count, seed: seed) / .seconds(1)
      #expect(wait >= 0.9 * seconds - 0.001 && wait <= 1.1 * seconds + 0.001)
    }
  }

  @Test func `many that began together come back at different times`() {
    let waits = Set((0..<50).map { WaitSchedule.polling.wait(afterTry: 1, seed: $0) })
    #expect(waits.count > 40)
  }

  @Test func `the longest wait is never below the first`() {
    let schedule = WaitSchedule(first: .seconds(600), factor: 1.5, longest: .seconds(300))
    #expect(schedule.longest == .seconds(600))
  }
}
