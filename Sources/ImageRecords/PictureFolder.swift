/// The folder below which a tool writes pictures.
public enum PictureFolder {
  /// What the journals in it are called, of the tools that write pictures.
  public static let journals = [".img-fetch", ".img-resize"]

  /// What the paths of all pictures begin with: the folder and a slash, if it has a name.
  public static func prefix(of directory: String) -> String {
    var folder = directory[...]
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    return folder == "." ? "" : folder == "/" ? "/" : folder + "/"
  }
}
