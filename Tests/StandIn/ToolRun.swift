import Foundation

/// A built tool at work, as a user would run it.
public final class ToolRun {
  /// What came of a run.
  public struct Outcome: Sendable {
    /// What it wrote.
    public let out: String
    /// What it said.
    public let err: String
    /// 128 and its number where a signal ended it.
    public let status: Int32
  }

  /// Where the built tools lie: beside the tests.
  private static let tools = URL(filePath: CommandLine.arguments[0]).absoluteURL
    .deletingLastPathComponent()

  private let process = Process()
  private let folder: Folder

  /// Starts a tool with a text on its standard input.
  ///
  /// `environment` are all of its variables but PATH, `output` is the file for its standard
  /// output, such as `/dev/full` or `-` for none at all, and `work` its working directory.
  public init(
    _ tool: String, _ arguments: [String], input: String = "", environment: [String: String] = [:],
    output: String? = nil, in work: Folder? = nil
  ) throws {
    folder = try Folder()
    try folder.write(input, to: "in")
    try folder.write("", to: "out")
    try folder.write("", to: "err")
    process.executableURL = URL(filePath: "/usr/bin/env")
    let command = [tool] + arguments
    let closing = output == "-" ? ["sh", "-c", #"exec "$0" "$@" >&-"#] : []
    process.arguments = ["--default-signal"] + closing + command
    process.environment = environment.merging(Self.path) { given, _ in given }
    process.currentDirectoryURL = work?.url ?? folder.url
    process.standardInput = FileHandle(forReadingAtPath: folder.path("in"))
    let file = output.flatMap { $0 == "-" ? nil : $0 } ?? folder.path("out")
    process.standardOutput = FileHandle(forWritingAtPath: file)
    process.standardError = FileHandle(forWritingAtPath: folder.path("err"))
    try process.run()
  }

  private static let path = [
    "PATH": tools.path() + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
    "LC_ALL": "C.UTF-8",
  ]

  /// What it has said so far.
  public var messages: String { folder.read("err") ?? "" }

  /// Waits until it has said this; `false` where it ended before, or says nothing for a minute.
  public func says(_ text: String) -> Bool { comes { messages.contains(text) } }

  /// Waits until something is so; `false` where it ended before, or a minute is over.
  public func comes(_ condition: () -> Bool) -> Bool {
    let deadline = Date.now + 60
    while !condition() {
      guard process.isRunning, .now < deadline else { return condition() }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return true
  }

  /// Sends it a signal.
  public func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for its end; a minute is the end of it.
  public func finish() -> Outcome {
    let deadline = Date.now + 60
    while process.isRunning, .now < deadline { Thread.sleep(forTimeInterval: 0.005) }
    if process.isRunning { send(SIGKILL) }
    process.waitUntilExit()
    let wasSignalled = process.terminationReason == .uncaughtSignal
    return Outcome(
      out: folder.read("out") ?? "", err: messages,
      status: process.terminationStatus + (wasSignalled ? 128 : 0))
  }
}
