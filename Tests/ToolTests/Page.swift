import Foundation
import Testing

/// A manual page.
struct Page: CustomTestStringConvertible, Sendable {
  /// The project's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  let name: String
  let lines: [String]

  var testDescription: String { name }

  /// Every page there is.
  static let all: [Page] = {
    let folder = root.appending(path: "man")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().map { name in
      let text = (try? Outcome.text(of: folder.appending(path: name))) ?? ""
      return Page(name: name, lines: text.split(separator: "\n").map(String.init))
    }
  }()

  /// The pages of tools.
  static let tools = all.filter { $0.name.hasSuffix(".1") }

  var tool: String { String(name.prefix { $0 != "." }) }

  /// The options that the page lists, without dashes.
  var options: Set<String> {
    let items = lines.filter { $0.hasPrefix(".It Fl ") }
    return Set(items.flatMap { Self.options(of: $0) })
  }

  /// `.It Fl o , -output Ar file` lists `o` and `output`.
  private static func options(of item: String) -> [String] {
    item.dropFirst(".It Fl ".count).split(separator: ",").compactMap { part in
      let words = part.split(separator: " ").drop { $0 == "Fl" }
      return words.first.map { String($0.drop { $0 == "-" }) }
    }
  }

  /// Those that are run where the files lie that the pages speak of.
  var examples: [Example] {
    lines.drop { $0 != ".Sh EXAMPLES" }.filter { $0.hasPrefix(".Dl ") }
      .map { Example(page: name, command: Self.unescaped($0.dropFirst(4)), output: []) }
  }

  /// The literal blocks in which commands stand behind `$ ` and their output below them: those of
  /// one block are run together, in an empty folder.
  var rules: [Example] {
    let blocks = lines.split { $0.hasPrefix(".Bd ") || $0 == ".Ed" }
    return blocks.filter { $0.first?.hasPrefix("$ ") ?? false }.map { block in
      let texts = block.map { Self.unescaped($0[...]) }
      let commands = texts.filter { $0.hasPrefix("$ ") }.map { $0.dropFirst(2) }
      return Example(
        page: name, command: commands.joined(separator: "\n"),
        output: texts.filter { !$0.hasPrefix("$ ") })
    }
  }

  /// `\e` is a backslash and `\&` nothing, in mdoc(7).
  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("\\&", with: "").replacing("\\e", with: "\\")
  }
}
