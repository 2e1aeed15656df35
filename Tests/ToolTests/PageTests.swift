import Foundation
import Testing

/// The pages say what the tools do.
struct PageTests {
  @Test(arguments: Example.all)
  func `an example of a page runs`(_ example: Example) throws {
    let sandbox = try Sandbox()
    let command = sandbox.work.appending(path: "command")
    try (example.command + "\n").write(to: command, atomically: false, encoding: .utf8)
    let outcome = try sandbox.run(Self.stage, input: URL(filePath: "/dev/null"))
    #expect(outcome.status == 0, "\(outcome.err ?? "")")
    if !example.output.isEmpty {
      #expect(outcome.out == example.output.map { $0 + "\n" }.joined())
    }
  }

  @Test(arguments: Page.all.flatMap(\.rules))
  func `a rule of a page is as its examples say`(_ rule: Example) throws {
    let sandbox = try Sandbox()
    let command = sandbox.work.appending(path: "command")
    try (rule.command + "\n").write(to: command, atomically: false, encoding: .utf8)
    let outcome = try sandbox.run(command, input: URL(filePath: "/dev/null"))
    #expect(outcome.out == rule.output.map { $0 + "\n" }.joined(), "\(outcome.err ?? "")")
  }

  /// Runs `command` beside a stand-in, where the files lie that the pages speak of.
  private static let stage = Page.root.appending(path: "Tests/Cases/stage")

  @Test(arguments: Page.tools)
  func `a page lists the options that its tool has`(_ page: Page) throws {
    #expect(page.options == (try options(of: page.tool)))
  }

  @Test func `every tool has a page, and every page a tool`() {
    let tools = LinkageTests.tools
    #expect(Set(Page.tools.map(\.tool)) == Set(tools))
  }

  /// What the parser itself says of its options.
  private func options(of tool: String) throws -> Set<String> {
    let sandbox = try Sandbox()
    let script = sandbox.work.appending(path: "cmd")
    try "\(tool) --experimental-dump-help".write(to: script, atomically: false, encoding: .utf8)
    let outcome = try sandbox.run(script, input: URL(filePath: "/dev/null"))
    let help = try JSONDecoder().decode(Help.self, from: Data(outcome.out.utf8))
    return Set((help.command.arguments ?? []).flatMap { $0.names ?? [] }.map(\.name))
  }

  private struct Help: Decodable {
    struct Command: Decodable {
      var arguments: [Argument]?
    }

    struct Argument: Decodable {
      var names: [Name]?
    }

    struct Name: Decodable {
      var name: String
    }

    var command: Command
  }
}
