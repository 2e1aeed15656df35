/// What GBIF says of a download: `status` in its answer (Download.Status in gbif/gbif-api).
public enum DownloadState: Hashable, Sendable, CustomStringConvertible {
  case preparing, running
  /// It rests until the cluster has room again; this is no failure.
  case suspended
  case succeeded
  case cancelled, killed, failed
  /// It succeeded long ago, and the file is gone; what is known of it is kept.
  case fileErased
  /// A word that this version does not know.
  case unknown(String)

  private static let words: [(word: String, state: DownloadState)] = [
    ("PREPARING", .preparing), ("RUNNING", .running), ("SUSPENDED", .suspended),
    ("SUCCEEDED", .succeeded), ("CANCELLED", .cancelled), ("KILLED", .killed),
    ("FAILED", .failed), ("FILE_ERASED", .fileErased),
  ]

  /// Reads GBIF's word.
  public init(_ word: String) {
    self = Self.words.first { $0.word == word }?.state ?? .unknown(word)
  }

  /// GBIF's word.
  public var description: String {
    if case .unknown(let word) = self { return word }
    return Self.words.first { $0.state == self }?.word ?? ""
  }

  /// Whether nothing more will happen; of an unknown state that is never believed.
  public var isFinal: Bool {
    switch self {
    case .preparing, .running, .suspended, .unknown: false
    case .succeeded, .cancelled, .killed, .failed, .fileErased: true
    }
  }
}
