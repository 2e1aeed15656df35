extension Sample {
  enum Order { case big, little }

  /// An entry: tag, type, values; they fit into it.
  typealias Entry = (tag: Int, type: Int, value: Int)

  /// One strip of four bytes behind one directory.
  static func tiff(_ order: Order, isBig: Bool = false) -> [UInt8] {
    let start = isBig ? 16 : 8
    let end = start + (isBig ? 8 + 20 * 5 + 8 : 2 + 12 * 5 + 4)
    let entries = [(256, 3, 300), (257, 4, 200), (273, 4, end), (274, 3, 6), (279, 4, 4)]
    return tiffStart(order, isBig: isBig, first: start)
      + directory(order, isBig: isBig, entries, next: 0) + [1, 2, 3, 4]
  }

  static func tiffStart(_ order: Order, isBig: Bool = false, first: Int) -> [UInt8] {
    let number = numbers(order)
    let mark = text(order == .big ? "MM" : "II")
    if !isBig { return mark + number(42, 2) + number(first, 4) }
    return mark + number(43, 2) + number(8, 2) + number(0, 2) + number(first, 8)
  }

  static func directory(_ order: Order, isBig: Bool = false, _ entries: [Entry], next: Int)
    -> [UInt8]
  {
    let number = numbers(order)
    let word = isBig ? 8 : 4
    let table = entries.flatMap { (tag, type, value) -> [UInt8] in
      let width = type == 3 ? 2 : 4
      return number(tag, 2) + number(type, 2) + number(1, word) + number(value, width)
        + Array(repeating: 0, count: word - width)
    }
    return number(entries.count, isBig ? 8 : 2) + table + number(next, word)
  }

  static func numbers(_ order: Order) -> (_ value: Int, _ width: Int) -> [UInt8] {
    order == .big ? { big($0, $1) } : { little($0, $1) }
  }
}
