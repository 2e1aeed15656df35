import Testing

@testable import Invocation

/// What is said to people.
struct DiagnosticsTests {
  @Test(arguments: [
    ("plain", "plain"), ("é 🦋", "é 🦋"), ("a\nb", #"a\u{a}b"#), ("a\tb\0", #"a\u{9}b\u{0}"#),
    ("\u{1B}[31mred", #"\u{1b}[31mred"#), ("\u{7F}\u{9B}2J", #"\u{7f}\u{9b}2J"#),
    ("a\r\nb", #"a\u{d}\u{a}b"#),
  ])
  func `nothing reaches a terminal that it would obey`(_ message: String, _ shown: String) {
    #expect(Diagnostics.escape(message) == shown)
  }
}
