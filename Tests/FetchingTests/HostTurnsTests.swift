import Foundation
import Testing

@testable import Fetching

/// Two openings of one file stand for two processes.
struct HostTurnsTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "turns-\(UUID().uuidString)").path()

  private func withFile(_ body: () throws -> Void) rethrows {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body()
  }

  @Test func `a host has one turn for all in an interval`() throws {
    try withFile {
      let (first, second) = (try HostTurns(path), try HostTurns(path))
      #expect(first.take("a", every: .seconds(60)) == nil)
      let delay = try #require(second.take("a", every: .seconds(60)))
      #expect(delay > .zero && delay <= .seconds(60))
      #expect(first.take("a", every: .seconds(60)) != nil)
      #expect(second.take("b", every: .seconds(60)) == nil)
    }
  }

  @Test func `a turn that is over is free`() throws {
    try withFile {
      let (first, second) = (try HostTurns(path), try HostTurns(path))
      #expect(first.take("a", every: .nanoseconds(1)) == nil)
      #expect(second.take("a", every: .nanoseconds(1)) == nil)
    }
  }

  @Test func `a turn that is hours away is waited for`() throws {
    try withFile {
      let (first, second) = (try HostTurns(path), try HostTurns(path))
      #expect(first.take("a", every: .seconds(10_000)) == nil)
      #expect(second.take("a", every: .seconds(10_000)) != nil)
    }
  }

  @Test func `a clock that was far ahead stops nobody`() throws {
    try withFile {
      let (first, second) = (try HostTurns(path), try HostTurns(path))
      #expect(first.take("a", every: .seconds(365 * 86_400)) == nil)
      #expect(second.take("a", every: .seconds(1)) == nil)
    }
  }
}
