import Glibc
import Testing
import Threads

/// What a thread that waits for descriptors hears.
struct BellTests {
  private func isReadable(_ bell: Bell) -> Bool {
    var request = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) == 1
  }

  @Test func `a ring is heard until it was listened to`() throws {
    let bell = try #require(Bell())
    #expect(!isReadable(bell))
    bell.ring()
    #expect(isReadable(bell))
    bell.hear()
    #expect(!isReadable(bell))
  }

  @Test func `many rings are heard as one, and a full pipe holds nobody up`() throws {
    let bell = try #require(Bell())
    for _ in 0..<200_000 { bell.ring() }
    bell.hear()
    #expect(!isReadable(bell))
    bell.ring()
    #expect(isReadable(bell))
  }
}
