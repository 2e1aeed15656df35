import Records
import Testing

@testable import Values

struct FieldExpressionTests {
  @Test(arguments: [
    ("species", "species"), ("media.license", "media.license"),
    ("spdx(media.license)", "spdx(media.license)"),
    (" host( media.identifier ) ", "host(media.identifier)"), ("url (a)", "url(a)"),
    ("`a.b`", "`a.b`"),
    ("spdx(`a(b)`)", "spdx(`a(b)`)"), ("`a,b`", "`a,b`"), ("`spdx(a)`", "`spdx(a)`"),
    ("spdx", "spdx"),
    ("`a``(b`", "`a``(b`"),
  ])
  func `an expression is read and written`(_ text: String, _ written: String) throws {
    let expression = try FieldExpression(text)
    #expect(expression.description == written)
    #expect(try FieldExpression(written) == expression)
    #expect(FieldExpression(argument: text) == expression)
  }

  @Test(arguments: [
    ("", "a field is expected, or spdx, host or url of one"),
    ("spdx()", "a field is expected, or spdx, host or url of one"),
    ("spx(a)", "spdx, host or url is expected before '(', not 'spx'"),
    ("SPDX(a)", "spdx, host or url is expected before '(', not 'SPDX'"),
    ("(a)", "spdx, host or url is expected before '(', not ''"),
    ("url(a", "')' is expected at the end of 'url(a'"),
    ("url(a)b", "')' is expected at the end of 'url(a)b'"),
    ("a..b", "'a..b' names no field"), ("url(a..b)", "'a..b' names no field"),
    ("a,b", "'a,b' names no field"),
    ("url(host(a))", "'host(a)' names no field"), ("a)", "'a)' names no field"),
    ("`a", "'`a' names no field"),
  ])
  func `what is expected is told`(_ text: String, _ message: String) {
    #expect(throws: FieldExpressionError(message)) { try FieldExpression(text) }
    #expect(FieldExpression(argument: text) == nil)
  }

  @Test func `several expressions stand between commas`() throws {
    let list = try FieldExpressionList("a, url(b),`c,d`")
    #expect(list.expressions.map(\.description) == ["a", "url(b)", "`c,d`"])
    #expect(list.description == "a,url(b),`c,d`")
    #expect(throws: FieldExpressionError.self) { try FieldExpressionList("a,,b") }
  }
}
