import Foundation
import Testing

@testable import Fetching

/// Two openings of one file stand for two processes.
struct HostSlotsTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "slots-\(UUID().uuidString)").path()

  private func withFile(_ body: () throws -> Void) rethrows {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body()
  }

  @Test func `all together have no more places of a host than there are`() throws {
    try withFile {
      let (first, second) = (try HostSlots(path), try HostSlots(path))
      #expect(first.take("a", of: 3))
      #expect(second.take("a", of: 3))
      #expect(first.take("a", of: 3))
      #expect(!second.take("a", of: 3))
      #expect(!first.take("a", of: 3))
      first.release("a")
      #expect(second.take("a", of: 3))
      #expect(!first.take("a", of: 3))
    }
  }

  @Test func `hosts have places of their own, and what is not held can't be given back`() throws {
    try withFile {
      let (first, second) = (try HostSlots(path), try HostSlots(path))
      #expect(first.take("a", of: 1))
      #expect(second.take("b", of: 1))
      second.release("a")
      #expect(!second.take("a", of: 1))
    }
  }

  @Test func `the places of one that is gone are free`() throws {
    try withFile {
      let second = try HostSlots(path)
      do {
        let first = try HostSlots(path)
        #expect(first.take("a", of: 1))
        #expect(!second.take("a", of: 1))
      }
      #expect(second.take("a", of: 1))
      #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
    }
  }

  @Test func `a file that can't be made is an error`() {
    #expect(throws: (any Error).self) { _ = try HostSlots("/dev/null/slots") }
  }
}
