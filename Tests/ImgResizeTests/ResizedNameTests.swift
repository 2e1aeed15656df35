import Images
import Testing

@testable import img_resize

/// The names of new pictures.
struct ResizedNameTests {
  private static let names: [(ImageKind, String, String)] = [
    (.jpeg, "raw/123/abc.jpg", "raw/123/abc.jpg"),
    (.jpeg, "raw/123/abc.png", "raw/123/abc.png.jpg"),
    (.jpeg, "raw/123/abc.jpeg", "raw/123/abc.jpeg.jpg"),
    (.jpeg, "raw/123/abc.JPG", "raw/123/abc.JPG.jpg"),
    (.jpeg, "raw/1.2/abc", "raw/1.2/abc.file.jpg"),
    (.jpeg, "abc.v2", "abc.v2.file.jpg"),
    (.jpeg, ".jpg", ".jpg.file.jpg"),
    (.png, "abc.png", "abc.png"),
    (.webp, "abc.jpg", "abc.jpg.webp"),
    // What looks like one of these.
    (.jpeg, "abc.png.jpg", "abc.png.jpg.jpg"),
    (.jpeg, "abc.jpg.jpg", "abc.jpg.jpg.jpg"),
    (.jpeg, "abc.file.jpg", "abc.file.jpg.jpg"),
    (.jpeg, "abc.file", "abc.file.file.jpg"),
    (.jpeg, "1.5.jpg", "1.5.jpg"),
  ]

  @Test(arguments: names.indices)
  func `a name has the extension of its format behind it`(index: Int) {
    let (kind, path, name) = Self.names[index]
    #expect(ResizedName(of: kind).name(of: path) == name)
  }

  @Test(arguments: [ImageKind.jpeg, .png, .webp])
  func `no two names give the same`(kind: ImageKind) {
    let parts = ["a", "jpg", "jpeg", "JPG", "png", "webp", "file", "", "tif"]
    var names = parts.map { $0 }
    for _ in 0..<3 { names = names + names.flatMap { name in parts.map { "\(name).\($0)" } } }
    let paths = Set(names.filter { !$0.isEmpty && !$0.hasSuffix("/") })
    let given = Set(paths.map { ResizedName(of: kind).name(of: $0) })
    #expect(given.count == paths.count)
    #expect(given.allSatisfy { $0.hasSuffix(".\(kind.fileExtension)") })
  }

  @Test func `a name too long for a file is cut, and stays apart from others`() {
    let naming = ResizedName(of: .jpeg)
    let long = String(repeating: "é", count: 124)
    let names = ["\(long)1.png", "\(long)2.png", "\(long)1.gif"].map { naming.name(of: "a/\($0)") }
    #expect(Set(names).count == 3)
    for name in names {
      #expect(name.utf8.count <= 2 + 255)
      #expect(name.hasPrefix("a/é") && name.hasSuffix(".jpg"))
    }
  }
}
