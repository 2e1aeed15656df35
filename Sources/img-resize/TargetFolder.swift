import ByteStreams
import ImageRecords

/// The folder below which new pictures are written.
struct TargetFolder: Sendable {
  /// What the paths of new pictures begin with.
  private let prefix: String
  /// The same, for any call of the system.
  private let real: String

  init(_ options: ImgResize, _ folder: BaseFolder) {
    prefix = PictureFolder.prefix(of: options.directory)
    real = prefix.isAbsolutePath ? prefix : folder.name(of: prefix)
  }

  /// The folder of what earlier runs did.
  var journal: String { real + ".img-resize" }

  /// The path of a picture as records have it.
  func path(of name: String) -> String { prefix + name }

  /// The path of a picture for any call of the system.
  func name(of name: String) -> String { real + name }
}
