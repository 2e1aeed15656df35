import Foundation

/// A fresh folder to run a command in, gone with it.
final class Sandbox {
  /// Where the built tools lie: beside the tests, or where `TOOLS` says.
  static let tools: URL = {
    if let chosen = ProcessInfo.processInfo.environment["TOOLS"] { return URL(filePath: chosen) }
    return URL(filePath: CommandLine.arguments[0]).absoluteURL.deletingLastPathComponent()
  }()

  /// Where the project's own commands for tests lie.
  private static let standIn = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scripts/standin")

  private let root: URL
  /// The command's working directory.
  let work: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "case-\(UUID().uuidString)")
    work = root.appending(path: "work")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Runs a file of bash; ten minutes are the end of it.
  func run(_ script: URL, input: URL) throws -> Outcome {
    let (out, err) = (root.appending(path: "out"), root.appending(path: "err"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "--default-signal", "timeout", "600", "bash", "-o", "pipefail", script.path(),
    ]
    process.currentDirectoryURL = work
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try writing(to: out)
    process.standardError = try writing(to: err)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      out: try Outcome.text(of: out), err: try Outcome.text(of: err),
      status: process.terminationStatus)
  }

  private func writing(to file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  private var environment: [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return [
      "PATH": "\(Self.tools.path()):\(Self.standIn.path()):\(path)",
      "HOME": work.path(), "TMPDIR": root.path(),
      "LC_ALL": "C.UTF-8", "PROJECT": Page.root.path(),
    ]
  }
}
