import Foundation
import Testing

/// A folder under Tests/Cases: a command, what it is given, and what it must give.
///
/// `needs` names, a line each, files, from the project's folder on where they are not absolute, and
/// commands without which the case is passed over.
/// `cmd` is run by bash; `in` is its standard input; `out`, `err` and `status` are what it must
/// give. All other files are copied into the folder where it runs.
struct Case: CustomTestStringConvertible, Sendable {
  private static let reserved: Set = ["cmd", "in", "needs", "out", "err", "status"]

  let folder: URL

  /// Every case that can be run here, by tool and name.
  static let all = tools.flatMap { cases(of: $0) }.filter { `case` in
    guard let missing = `case`.missing else { return true }
    print("passed over: \(`case`.testDescription), no \(missing) here")
    return false
  }

  /// The first of what it needs that is not here.
  private var missing: String? {
    let needs = (read("needs") ?? "").split(whereSeparator: \.isNewline).map(String.init)
    return needs.first { !Self.isHere($0) }
  }

  /// Whether a file is there, or a command of this name in `PATH`.
  private static func isHere(_ need: String) -> Bool {
    let files = FileManager.default
    if need.contains("/") {
      return files.fileExists(atPath: URL(filePath: need, relativeTo: Page.root).path())
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains { files.isExecutableFile(atPath: "\($0)/\(need)") }
  }

  /// The tools that have cases.
  static let tools = subfolders(of: project.appending(path: "Tests/Cases"))

  /// The folder of the package.
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func cases(of tool: URL) -> [Case] { subfolders(of: tool).map(Case.init) }

  static func subfolders(of folder: URL) -> [URL] {
    let urls = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (urls ?? []).filter(\.hasDirectoryPath).sorted { $0.path() < $1.path() }
  }

  /// `occ-filter/equals`.
  var testDescription: String { folder.pathComponents.suffix(2).joined(separator: "/") }

  var command: URL { folder.appending(path: "cmd") }

  var input: URL {
    let file = folder.appending(path: "in")
    return FileManager.default.fileExists(atPath: file.path()) ? file : URL(filePath: "/dev/null")
  }

  /// What the command must give; its messages only matter where the folder has them.
  var expected: Outcome {
    let status = read("status").flatMap {
      Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    return Outcome(out: read("out") ?? "", err: read("err"), status: status ?? 0)
  }

  /// Makes what the command gave the expectation.
  func expect(_ outcome: Outcome) throws {
    try write(outcome.out.isEmpty ? nil : outcome.out, to: "out")
    if read("err") != nil { try write(outcome.err, to: "err") }
    try write(outcome.status == 0 ? nil : "\(outcome.status)\n", to: "status")
  }

  /// Copies what the command works on.
  func copyFiles(to target: URL) throws {
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: folder.path()).sorted()
    where !Self.reserved.contains(name) {
      try files.copyItem(at: folder.appending(path: name), to: target.appending(path: name))
    }
  }

  private func read(_ name: String) -> String? {
    try? Outcome.text(of: folder.appending(path: name))
  }

  private func write(_ text: String?, to name: String) throws {
    let file = folder.appending(path: name)
    try? FileManager.default.removeItem(at: file)
    try text?.write(to: file, atomically: false, encoding: .utf8)
  }
}

/// What a command gave.
struct Outcome: Equatable {
  var out: String
  var err: String?
  var status: Int32

  /// A file as text; bytes that are no UTF-8 show as U+FFFD.
  static func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
