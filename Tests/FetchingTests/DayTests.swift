@testable import Fetching
import Testing

/// What a host sees in a day, at a record a second, and what comes of the records.
struct DayTests {
  struct Day: CustomTestStringConvertible {
    let testDescription: String
    let answer: @Sendable (Duration) -> DaySimulation.Answer
    /// How many requests it may see.
    let requests: ClosedRange<Int>
    /// How many pictures must come.
    let pictures: ClosedRange<Int>
  }

  private static let hour = Duration.seconds(3600)
  private static let days = [
    Day(
      testDescription: "a host that is well", answer: { _ in .picture },
      requests: 86_400...86_400, pictures: 86_400...86_400),
    // Twelve failures, and a look after 1, 2, 4, 8, 16 minutes and each half hour.
    Day(
      testDescription: "a host that is dead", answer: { _ in .nothing }, requests: 60...75,
      pictures: 0...0),
    Day(
      testDescription: "a host that refuses for ever", answer: { _ in .refusal(retryAfter: nil) },
      requests: 50...90, pictures: 0...0),
    Day(
      testDescription: "a host that refuses for ever and wants an hour",
      answer: { _ in .refusal(retryAfter: .seconds(3600)) }, requests: 50...90, pictures: 0...0),
    // It is found to be well again after half an hour at the latest.
    Day(
      testDescription: "a host that is down from the second to the fifth hour",
      answer: { hour * 2..<hour * 5 ~= $0 ? .nothing : .picture },
      requests: 73_000...76_000, pictures: 73_000...75_600),
    Day(
      testDescription: "a host that rests for five minutes in each hour",
      answer: { $0.remainder(hour) < .seconds(300) ? .refusal(retryAfter: nil) : .picture },
      requests: 70_000...86_000, pictures: 70_000...79_200),
    // Its pauses end in time: all is tried again, and comes.
    Day(
      testDescription: "a host that refuses for a second in each minute",
      answer: { $0.remainder(.seconds(60)) < .seconds(1) ? .refusal(retryAfter: nil) : .picture },
      requests: 86_400...95_000, pictures: 86_400...86_400),
    Day(
      testDescription: "a host that answers every other request with nothing",
      answer: { $0.remainder(.seconds(2)) < .seconds(1) ? .nothing : .picture },
      requests: 86_400...300_000, pictures: 80_000...86_400),
  ]

  @Test(arguments: days)
  func `a host in trouble is asked little, and found again when it is well`(_ day: Day) {
    var simulation = DaySimulation(answer: day.answer)
    simulation.run()
    #expect(day.requests.contains(simulation.starts.count), "\(simulation.starts.count)")
    #expect(day.pictures.contains(simulation.pictures.count), "\(simulation.pictures.count)")
    #expect(simulation.pictures.count + simulation.failures.count == 86_400)
  }

  @Test func `a host that came back is asked again within half an hour`() {
    let back = Self.hour * 5
    var simulation = DaySimulation { $0 < back ? .nothing : .picture }
    simulation.run()
    let first = simulation.pictures.first ?? .zero
    #expect(first < back + .seconds(1801))
    #expect(simulation.failures.allSatisfy { $0 < back + .seconds(1801) })
  }
}

extension Duration {
  /// What is left of it after whole multiples of `other`.
  fileprivate func remainder(_ other: Duration) -> Duration {
    self - other * Int((self / other).rounded(.down))
  }
}
