import Foundation
import Testing

/// The built tools, run as a user runs them: one folder under Tests/Cases each time.
struct CaseTests {
  @Test(arguments: Case.all)
  func `a command gives what its folder says`(_ case: Case) throws {
    let sandbox = try Sandbox()
    try `case`.copyFiles(to: sandbox.work)
    var outcome = try sandbox.run(`case`.command, input: `case`.input)
    // `UPDATE=1 swift test` writes the expectations anew; `git diff` shows what changed.
    if ProcessInfo.processInfo.environment["UPDATE"] != nil { try `case`.expect(outcome) }
    let expected = `case`.expected
    if expected.err == nil { outcome.err = nil }
    #expect(outcome == expected)
  }

  @Test(arguments: Case.tools)
  func `every tool has cases, and every case a command`(_ tool: URL) {
    let cases = Case.cases(of: tool)
    #expect(!cases.isEmpty)
    #expect(cases.allSatisfy { FileManager.default.isReadableFile(atPath: $0.command.path()) })
  }
}
