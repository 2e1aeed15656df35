import Foundation
import StandIn
import Testing

@testable import Transfers

// Neither changes once it is there.
extension StandIn: @unchecked Sendable {}
extension Folder: @unchecked Sendable {}

/// Transfers from a stand-in.
struct Engine: ~Copyable {
  /// Keeps what comes, and refuses what it is told to.
  final class Sink: BodySink {
    private(set) var bytes: [UInt8] = []
    private(set) var head: ResponseHead?
    private let limit: Int
    private let takesNothing: Bool

    init(limit: Int = .max, takesNothing: Bool = false) {
      self.limit = limit
      self.takesNothing = takesNothing
    }

    func begin(_ head: ResponseHead) -> Bool {
      self.head = head
      return !takesNothing
    }

    func receive(_ piece: borrowing Span<UInt8>) -> Bool {
      for index in piece.indices { bytes.append(piece[index]) }
      return bytes.count < limit
    }
  }

  /// All hosts of all tests.
  static let standIn = Result { try StandIn(["--tls-port", "0", "--ca", certificates]) }
  private static let folder = Result { try Folder() }
  private static let certificates = (try? folder.get().path("ca.pem")) ?? ""

  private var transfers: Transfers
  private var started = 0

  /// Brings every host to the stand-in.
  static func settings(_ change: (inout TransferSettings) -> Void = { _ in }) throws
    -> TransferSettings
  {
    let standIn = try standIn.get()
    var settings = TransferSettings(userAgent: "tests/1 (contact@a.example)")
    settings.certificates = certificates
    settings.connectTo = [
      ":80:127.0.0.1:\(standIn.port)", ":443:127.0.0.1:\(standIn.tlsPort)",
    ]
    change(&settings)
    return settings
  }

  /// The requests of a host, once there are so many: it tells of each when it is done with it.
  static func log(of host: String, count: Int) throws -> [StandIn.Entry] {
    var entries = [StandIn.Entry]()
    for _ in 0..<500 where entries.count < count {
      Thread.sleep(forTimeInterval: 0.02)
      entries = try standIn.get().log.filter { $0.host == host }
    }
    return entries
  }

  init(_ settings: TransferSettings) throws { transfers = try .open(settings) }

  static func withStandIn(_ change: (inout TransferSettings) -> Void = { _ in }) throws -> Engine {
    try Engine(try settings(change))
  }

  /// Starts transfers and waits until all have ended; gives them in their order.
  mutating func fetch(_ requests: [TransferRequest], into sink: Sink) throws -> [FinishedTransfer] {
    let first = started
    for request in requests {
      try transfers.start(request, into: sink, tag: started)
      started += 1
    }
    var finished = [FinishedTransfer]()
    while finished.count < requests.count {
      try transfers.wait(milliseconds: 1000)
      while let transfer = transfers.finished() { finished.append(transfer) }
    }
    #expect(transfers.count == 0)
    #expect(finished.map(\.tag).sorted() == Array(first..<started))
    return finished.sorted { $0.tag < $1.tag }
  }

  mutating func fetch(
    _ url: String, into sink: Sink = Sink(), _ change: (inout TransferRequest) -> Void = { _ in }
  ) throws -> FinishedTransfer {
    var request = TransferRequest(url: url)
    change(&request)
    return try #require(try fetch([request], into: sink).first)
  }
}
