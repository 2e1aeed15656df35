import Foundation
import Testing

/// A command that a page shows, and what it says that it prints.
///
/// In README.md it stands behind `$ ` in an indented block, and its output below it; in a manual
/// page on a line of `.Dl` under EXAMPLES.
struct Example: CustomTestStringConvertible, Sendable {
  let page: String
  let command: String
  /// The lines below the command; none where nothing is said of them.
  let output: [String]

  var testDescription: String { "\(page): \(command)" }

  /// Every example there is.
  static let all = readme + Page.all.flatMap(\.examples)

  private static let readme: [Example] = {
    let text = (try? Outcome.text(of: Page.root.appending(path: "README.md"))) ?? ""
    return blocks(of: text).flatMap { examples(of: $0, in: "README.md") }
  }()

  /// The runs of lines that four blanks indent, without these.
  private static func blocks(of text: String) -> [[Substring]] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split { !$0.hasPrefix("    ") }
      .map { $0.map { $0.dropFirst(4) } }
  }

  private static func examples(of block: [Substring], in page: String) -> [Example] {
    var examples = [(command: [Substring], output: [String])]()
    for line in block {
      if line.hasPrefix("$ ") {
        examples.append(([line.dropFirst(2)], []))
      } else if let last = examples.last?.command.last?.last, "|\\".contains(last) {
        examples[examples.count - 1].command.append(line)
      } else if !examples.isEmpty {
        examples[examples.count - 1].output.append(String(line))
      }
    }
    return examples.map {
      Example(page: page, command: $0.command.joined(separator: "\n"), output: $0.output)
    }
  }
}
