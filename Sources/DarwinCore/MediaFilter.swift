/// Keeps media of the wanted types.
///
/// A row that says no type but an image format is a
/// `StillImage`.
struct MediaFilter {
  private let wanted: [[UInt8]]
  private let typeCell: Int?
  private let formatCell: Int?
  private let constantType: [UInt8]

  /// `nil` where all types are wanted.
  init?(_ types: [String], _ columns: [Column]) {
    if types.isEmpty { return nil }
    wanted = types.map { Array($0.lowercased().utf8) }
    let type = columns.first { $0.name == "type" }
    typeCell = type?.cell
    constantType = Array((type?.defaultValue ?? "").lowercased().utf8)
    formatCell = columns.first { $0.name == "format" }?.cell
  }

  func keeps(_ rows: borrowing TableReader) -> Bool {
    var type = Self.lowercase(rows, typeCell)
    if type.isEmpty { type = constantType }
    if type.isEmpty, Self.lowercase(rows, formatCell).starts(with: Array("image".utf8)) {
      type = Array("stillimage".utf8)
    }
    // A type may be a whole URI of the DCMI vocabulary.
    let name = type.lastIndex(of: UInt8(ascii: "/")).map { type[($0 + 1)...] } ?? type[...]
    return wanted.contains { name.elementsEqual($0) }
  }

  private static func lowercase(_ rows: borrowing TableReader, _ cell: Int?) -> [UInt8] {
    guard let cell else { return [] }
    return unsafe rows.text(of: cell).bytes.map { byte in
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }
  }
}
