import Foundation
import Testing

/// What the tools are linked with: it decides how fast they start.
struct LinkageTests {
  /// Every folder of the sources whose name has a dash holds a tool.
  static let tools = Case.subfolders(
    of: Case.project.appending(path: "Sources")
  ).map(\.lastPathComponent).filter { $0.contains("-") }

  /// Those that never touch the network.
  private static let filters = tools.filter {
    ["dwca-cat", "img-pack", "occ-filter", "occ-split"].contains($0)
  }

  @Test(arguments: tools)
  func `no tool is linked with all of Foundation`(_ tool: String) throws {
    let libraries = try libraries(of: tool)
    for name in ["libFoundation.so", "libFoundationNetworking.so", "libFoundationXML.so"] {
      #expect(!libraries.contains(name))
    }
  }

  @Test(arguments: filters)
  func `a filter is not linked with libcurl`(_ tool: String) throws {
    #expect(try !libraries(of: tool).contains { $0.hasPrefix("libcurl") })
  }

  @Test(arguments: ["occ-filter", "occ-split"])
  func `a filter of records is not linked with libarchive`(_ tool: String) throws {
    let libraries = try libraries(of: tool)
    #expect(libraries.contains { $0.hasPrefix("libz") })
    #expect(!libraries.contains { $0.hasPrefix("libarchive") })
  }

  @Test(arguments: tools)
  func `only tools that decode pictures are linked with what does that`(_ tool: String) throws {
    let decoding = ["img-dedup", "img-resize", "img-check"].contains(tool)
    let libraries = try libraries(of: tool)
    for name in ["libvips", "libturbojpeg"] {
      #expect(libraries.contains { $0.hasPrefix(name) } == decoding)
    }
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
