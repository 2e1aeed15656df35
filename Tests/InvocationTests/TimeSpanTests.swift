import Testing

@testable import Invocation

/// Lengths of time as people write them.
struct TimeSpanTests {
  @Test(arguments: [
    ("0", Duration.zero), ("30", .seconds(30)), ("0.5", .milliseconds(500)), ("90s", .seconds(90)),
    ("5m", .seconds(300)), ("1.5h", .seconds(5400)), ("2d", .seconds(172_800)),
  ])
  func `a number may have a unit`(_ text: String, _ duration: Duration) {
    #expect(TimeSpan(argument: text)?.duration == duration)
  }

  @Test(arguments: [
    "", "s", "-1", "+1", ".5", "1 s", "1ms", "1M", "1.2.3", "inf", "nan", "0x10", "1e3",
    "99999999999",
  ])
  func `anything else is refused`(_ text: String) {
    #expect(TimeSpan(argument: text) == nil)
  }

  @Test(arguments: [
    (Duration.zero, "0.0s"), (.milliseconds(20), "0.02s"), (.seconds(10), "10s"),
    (.seconds(90), "90s"), (.seconds(120), "2m"), (.seconds(7200), "2h"), (.seconds(86400), "1d"),
  ])
  func `it is written in the largest unit that gives a whole number`(
    _ duration: Duration, _ text: String
  ) {
    #expect(TimeSpan(duration).description == text)
  }

  @Test(arguments: [(Duration.zero, "1s"), (.milliseconds(1400), "1s"), (.seconds(59.6), "1m")])
  func `it is rounded to seconds for people`(_ duration: Duration, _ text: String) {
    #expect(TimeSpan(duration).rounded.description == text)
  }
}
