public import Records

/// What is to be made of an archive.
public struct JoinOptions {
  /// Whether occurrences without media come out too.
  public var includesAll = false
  /// Whether only rows of the core come out.
  public var isCoreOnly = false
  /// Whether all media of an occurrence stand in one record, as an array.
  public var isNested = false
  /// Whether quotes are taken as they are where the descriptor says that nothing is quoted.
  public var isLiteral = false
  /// The fields to be written, all where there are none.
  public var fields: [FieldPath] = []
  /// The types of media to be written, such as `StillImage`; all where there are none.
  public var mediaTypes: [String] = []
  /// Further extensions to be written, by the names of their row types.
  public var extensions: [String] = []
  /// How many bytes of rows to hold in memory.
  public var memory = 512 << 20
  /// A JSON object to be added to each record as `download`.
  public var download: [UInt8]?

  /// No tool reads longer records than these many bytes.
  var recordLimit = 64 << 20

  /// The defaults.
  public init() {}

  /// Whether a member of a record is to be written, or one of an object in it.
  func includes(_ name: String, in object: String? = nil) -> Bool {
    if fields.isEmpty { return true }
    guard let object else { return fields.contains { $0.names[0] == name } }
    return fields.contains { $0.names == [object] || $0.names.starts(with: [object, name]) }
  }
}
