import Foundation
import Testing

/// What the tools are linked with: it decides how fast they start.
struct LinkageTests {
  private static let tools = Case.tools.map(\.lastPathComponent).filter { $0.contains("-") }

  @Test(arguments: tools)
  func `no tool is linked with all of Foundation`(_ tool: String) throws {
    let libraries = try libraries(of: tool)
    for name in ["libFoundation.so", "libFoundationNetworking.so", "libFoundationXML.so"] {
      #expect(!libraries.contains(name))
    }
  }

  @Test func `occ-filter is linked with neither libcurl nor libarchive`() throws {
    let libraries = try libraries(of: "occ-filter")
    #expect(libraries.contains { $0.hasPrefix("libz") })
    #expect(!libraries.contains { $0.hasPrefix("libcurl") || $0.hasPrefix("libarchive") })
  }

  /// The names that `ldd` gives.
  private func libraries(of tool: String) throws -> [String] {
    let sandbox = try Sandbox()
    let script = sandbox.work.appending(path: "cmd")
    try "ldd \"$(command -v \(tool))\"".write(to: script, atomically: false, encoding: .utf8)
    let outcome = try sandbox.run(script, input: URL(filePath: "/dev/null"))
    #expect(outcome.status == 0)
    return outcome.out.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map { $0.trimmingPrefix { $0 == "\t" } }.map(String.init)
    }
  }
}
