import ByteStreams
import Testing

@testable import Invocation

/// Not that of the testing library.
typealias ExitStatus = Invocation.ExitStatus

/// How a tool ends.
struct ExitStatusTests {
  @Test func `every status has its place among the others`() {
    #expect(Set(ExitStatus.precedence) == Set(ExitStatus.allCases))
    #expect(ExitStatus.precedence.count == ExitStatus.allCases.count)
  }

  @Test(
    arguments: [
      ([], 0), ([1, 75], 75), ([75, 65], 65), ([65, 66], 66), ([66, 77], 77), ([77, 69], 69),
      ([69, 73], 73), ([73, 74], 74), ([1, 75, 65, 66, 77, 69, 73, 74], 74), ([0, 1], 1),
      ([1, 0], 1),
    ] as [([Int32], Int32)])
  func `of several the first in order is told`(_ statuses: [Int32], _ expected: Int32) {
    for order in [statuses, statuses.reversed()] {
      let diagnostics = Diagnostics(tool: "test")
      for status in order.compactMap(ExitStatus.init) { diagnostics.note(status) }
      #expect(diagnostics.exitStatus.rawValue == expected)
    }
  }

  @Test(arguments: [
    (StreamError.Kind.cannotOpen, ExitStatus.noInput), (.cannotCreate, .cannotCreate),
    (.inputOutput, .inputOutput), (.damaged, .badInput), (.closedPipe, .inputOutput),
  ])
  func `a stream's error has the status of its kind`(_ kind: StreamError.Kind, _ status: ExitStatus)
  {
    #expect(StreamError(kind, "file", "reason").exitStatus == status)
  }
}
