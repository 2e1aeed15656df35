import Foundation

/// The stand-in for GBIF and for image hosts (scripts/standin), in a process of its own that
/// ends with this object, and with the tests in any case.
public final class StandIn {
  /// One line of its log.
  public struct Entry: Decodable, Sendable {
    /// The method in capitals.
    public let method: String
    /// Path and query.
    public let path: String
    /// The `Host` field that came.
    public let host: String
    /// The number of the connection, from 1 on.
    public let connection: Int
    /// `nil` where it closed without an answer.
    public let status: Int?
    /// Bytes of the body that were sent.
    public let bytes: Int
    /// The `Range` field that came.
    public let range: String?
    /// The `User-Agent` field that came.
    public let agent: String?
    /// Whether credentials came.
    public let authorization: Bool
  }

  /// Why it did not start.
  public struct NotStarted: Error {}

  private let process = Process()
  private let folder: Folder
  private var facts: [String: String] = [:]

  /// Starts it and waits until it listens; `options` are those of scripts/standin.
  public init(_ options: [String] = []) throws {
    folder = try Folder()
    let ready = folder.path("ready")
    process.executableURL = URL(filePath: "/usr/bin/env")
    // The threads that tests run on block signals, and a child inherits that.
    process.arguments =
      ["--default-signal", "python3", Self.program, "--ready", ready, "--log", folder.path("log")]
      + options
    try process.run()
    try awaitReady(ready)
  }

  deinit { stop() }

  private static let program = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "scripts/standin").path()

  /// The file is there whole or not at all.
  private func awaitReady(_ path: String) throws {
    for _ in 0..<600 {
      if let text = try? String(contentsOfFile: path, encoding: .utf8) {
        for line in text.split(separator: "\n") {
          let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
          facts[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
        return
      }
      guard process.isRunning else { break }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw NotStarted()
  }

  /// The port of GBIF's API and of all image hosts.
  public var port: Int { Int(facts["port"] ?? "") ?? 0 }

  /// The port of the server that has the archives.
  public var filePort: Int { Int(facts["file_port"] ?? "") ?? 0 }

  /// The port of all of them over TLS; 0 unless `--tls-port` was given.
  public var tlsPort: Int { Int(facts["tls_port"] ?? "") ?? 0 }

  /// The base of GBIF's API.
  public var api: String { "http://127.0.0.1:\(port)/v1" }

  /// The requests that were answered so far.
  public var log: [Entry] {
    let text = (try? String(contentsOfFile: folder.path("log"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Entry.self, from: Data($0.utf8))
    }
  }

  /// Stops it; nobody answers at its ports afterwards.
  public func stop() {
    guard process.isRunning else { return }
    process.terminate()
    let deadline = Date.now + 10
    while process.isRunning, .now < deadline { Thread.sleep(forTimeInterval: 0.005) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }
}
