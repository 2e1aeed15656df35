import Testing

@testable import gbif_wait

/// What people see while a file comes in.
struct ByteProgressTests {
  @Test(arguments: [
    (ByteProgress(), "0.0 of 0.0 MB"),
    (ByteProgress(count: 0, size: 8_329_717), "0.0 of 8.3 MB"),
    (
      ByteProgress(count: 45_000_000, known: 5_000_000, size: 205_000_000, time: .seconds(10)),
      "45.0 of 205.0 MB, 4.0 MB/s, 40s left"
    ),
    (
      ByteProgress(count: 1_000_000, size: 3_601_000_000, time: .seconds(1)),
      "1.0 of 3601.0 MB, 1.0 MB/s, 1h 0m left"
    ),
    (ByteProgress(count: 7, known: 7, size: 10, time: .seconds(5)), "0.0 of 0.0 MB"),
    (ByteProgress(count: 3_000_000, size: 3_000_000, time: .seconds(5)), "3.0 of 3.0 MB"),
  ])
  func `what is known is shown`(_ progress: ByteProgress, _ text: String) {
    #expect(progress.text == text)
  }

  @Test(arguments: [(0, "0s"), (59, "59s"), (60, "1m 0s"), (3599, "59m 59s"), (7500, "2h 5m")])
  func `time is told in two units at most`(_ seconds: Int, _ text: String) {
    #expect(ByteProgress.clock(seconds) == text)
  }
}
