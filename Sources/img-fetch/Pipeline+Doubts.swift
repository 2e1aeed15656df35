import ByteStreams
import Fetching
import ImageRecords
import Images
import Invocation
import Records

extension Pipeline {
  /// Looks at the file of a picture against which its record says something: one that is not as
  /// it came is fetched again.
  mutating func weigh(
    _ doubt: Doubt, _ arrival: Arrival, _ name: PictureName, _ picture: PictureFile,
    of url: String
  ) throws {
    let path = name.with(extension: picture.header.kind.fileExtension)
    // It may be about another file, such as a smaller picture that was made of this one.
    guard ByteText(doubt.path) == ByteText(path) else {
      return try tell(arrival, name, picture, of: url, isNew: false)
    }
    switch doubt.verdict(
      isAsItCame: has(path, the: picture), retriesFailed: options.retryFailed)
    {
    case .unfounded: try tell(arrival, name, picture, of: url, isNew: false)
    case .founded:
      tally.fail(doubt.failure)
      try outlet.emit(arrival, nil, isFailed: true)
    case .again:
      begin(url, name, arrival, earlier: try memory.ownFiles(of: url, at: picture.path, or: name))
    }
  }

  /// Whether the file `path` has the bytes with which a picture came; not where it can't be read.
  private func has(_ path: String, the picture: PictureFile) -> Bool {
    do {
      return try FileSource(.reading(base + path)).sha256() == picture.sha256
    } catch {
      return false
    }
  }
}
