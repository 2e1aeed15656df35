/// What an archive means: its core table and the tables that extend it.
public struct ArchiveDescriptor: Sendable {
  /// The table around which the others stand like a star.
  public var core: TableDescriptor
  /// Tables whose rows each name a row of the core.
  public var extensions: [TableDescriptor]
  /// The member that describes the whole data set, where one is named.
  public var metadata: String?
  /// What is odd about the descriptor but does not hinder the reading.
  public var warnings: [String] = []
}
