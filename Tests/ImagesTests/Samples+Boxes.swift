extension Sample {
  static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8, 4) + text(name) + content
  }

  /// A box with version 0 and no flags.
  static func fullBox(_ name: String, _ content: [UInt8]) -> [UInt8] {
    box(name, [0, 0, 0, 0] + content)
  }

  /// Two items of which the second is the primary one, turned by `irot` 3 (a quarter clockwise).
  static func heif(_ brand: String, turn: [UInt8] = box("irot", [3])) -> [UInt8] {
    let start = box("ftyp", text("mif1") + [0, 0, 0, 0] + text("mif1") + text(brand))
    let properties = box(
      "ipco",
      fullBox("ispe", big(30, 4) + big(20, 4)) + fullBox("ispe", big(300, 4) + big(200, 4))
        + turn)
    let associations = fullBox(
      "ipma", big(2, 4) + [0, 1, 1, 0x81] + [0, 2, 3, 0x82, 0x83, 0x84])
    func meta(dataAt offset: Int) -> [UInt8] {
      fullBox(
        "meta",
        fullBox("pitm", [0, 2]) + locations(offset)
          + box("iprp", properties + associations))
    }
    let offset = start.count + meta(dataAt: 0).count + 8
    return start + meta(dataAt: offset) + box("mdat", [1, 2, 3, 4, 5, 6])
  }

  /// Numbers of four bytes; each item has one extent of three bytes.
  private static func locations(_ offset: Int) -> [UInt8] {
    let items = [(1, offset), (2, offset + 3)].flatMap { (id, start) -> [UInt8] in
      big(id, 2) + [0, 0] + big(1, 2) + big(start, 4) + big(3, 4)
    }
    return fullBox("iloc", [0x44, 0x00] + big(2, 2) + items)
  }

  static let codestream: [UInt8] =
    [0xFF, 0x4F, 0xFF, 0x51] + big(41, 2) + big(0, 2) + big(310, 4) + big(205, 4) + big(10, 4)
    + big(5, 4) + [1, 2, 3] + [0xFF, 0xD9]

  static let jp2: [UInt8] =
    box("jP  ", [0x0D, 0x0A, 0x87, 0x0A]) + box("ftyp", text("jp2 ") + big(0, 4) + text("jp2 "))
    + box("jp2h", box("ihdr", big(200, 4) + big(300, 4) + big(3, 2) + [7, 7, 0, 0]))
    + box("jp2c", codestream)

  static func jxl(_ boxes: [(name: String, content: [UInt8])]) -> [UInt8] {
    box("JXL ", [0x0D, 0x0A, 0x87, 0x0A]) + box("ftyp", text("jxl ") + big(0, 4) + text("jxl "))
      + boxes.flatMap { box($0.name, $0.content) }
  }

  /// The lowest bit first: not small, 200 - 1 in nine bits, ratio 4 (3 to 2); not all by
  /// default, extra fields, orientation 6 - 1.
  static let jxlCodestream: [UInt8] =
    [0xFF, 0x0A] + little(0 | 0 << 1 | 199 << 3 | 4 << 12 | 0 << 15 | 1 << 16 | 5 << 17, 4)
}
