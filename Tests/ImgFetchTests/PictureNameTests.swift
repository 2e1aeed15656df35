import FileNames
import Foundation
import Records
import Testing

@testable import img_fetch

/// What of a value becomes a part of a name.
struct PictureNameTests {
  @Test(arguments: [
    (nil, "unlabelled"), ("797", "797"), ("Thecla betulae", "Thecla betulae"),
    ("..", "_."), (".", "_"), ("../../etc/passwd", "_._.._etc_passwd"), ("/etc", "_etc"),
    ("~root", "_root"), ("-rf", "_rf"), ("a/b\\c", "a_b_c"), ("a\0b", "a_b"),
    ("a\r\nb", "a__b"), ("\u{1B}[31m", "_[31m"), ("\u{85}", "_"), ("\u{7F}", "_"),
    // A combining letter after the first makes one character of both.
    (".\u{301}x", "_\u{301}x"), ("/\u{301}", "_\u{301}"),
    ("\u{e9}", "\u{e9}"), ("\u{1F41F}", "\u{1F41F}"),
  ])
  func `a value is made safe`(value: String?, name: String) {
    #expect(Array(FileNamePart.safe(value, longest: 80).utf8) == Array(name.utf8))
  }

  @Test(arguments: [String(repeating: "x", count: 81), String(repeating: "\u{9CE5}", count: 27)])
  func `a long value is cut, and stays apart from its like`(value: String) {
    let name = FileNamePart.safe(value, longest: 80)
    let other = FileNamePart.safe(value + "y", longest: 80)
    #expect(name.utf8.count <= 80 && other.utf8.count <= 80)
    #expect(name != other)
    #expect(name.prefix(10) == value.prefix(10))
    #expect(FileNamePart.safe(value, longest: 16).utf8.count <= 16)
  }

  @Test func `a name can be a path with the extension of some format alone`() {
    let name = PictureName(pieces: ["images/1.", ""])
    #expect(name.with(extension: "png") == "images/1.png")
    #expect(name.canBe("images/1.png") && name.canBe("images/1.jpg"))
    #expect(!name.canBe("images/1.txt") && !name.canBe("images/2.png") && !name.canBe("images/1."))
  }

  @Test(arguments: [
    ("{hash}", 80), ("{speciesKey}/{hash}.{ext}", 80), ("{a}{b}{c}", 80), ("{a}{b}{c}{d}", 63),
    ("{a}-{b}-{c}-{d}.{ext}", 61), ("{a}{b}{c}{d}/{e}{f}{g}{h}{i}.{ext}", 50),
  ])
  func `values are cut so that every name fits`(template: String, length: Int) {
    #expect(NameTemplate(argument: template)?.lengthOfValues == length)
  }

  @Test(arguments: [
    String(repeating: "x", count: 250), String(repeating: "{a}", count: 17),
    String(repeating: "{hash}", count: 7),
  ])
  func `a name without room for its values is refused`(template: String) {
    #expect(NameTemplate(argument: template) == nil)
  }

  @Test func `spellings that look alike are two texts`() {
    let texts = Set(["\u{e9}", "e\u{301}", "\u{e9}"].map(ByteText.init))
    #expect(texts.count == 2)
    #expect(ByteText("abc") == ByteText("abc"))
  }
}
