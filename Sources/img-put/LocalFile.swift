import Fetching
import Images

/// An open file, and what its bytes are.
struct LocalFile: Sendable {
  let source: FileSource
  let sha256: String
  /// By its bytes; `nil` where they are no picture.
  let kind: ImageKind?
}
