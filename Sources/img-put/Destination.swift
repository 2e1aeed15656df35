import Fetching
import Images
import Transfers

/// A place that files are sent to.
protocol Destination {
  /// Where a file will be, as a user names it.
  func url(of name: ObjectName) -> String
  /// What tells it apart from all other files anywhere.
  func key(of name: ObjectName) -> String
  /// The request that sends a file; whoever asks for it meanwhile finds none, or that of before.
  func upload(_ file: LocalFile, as name: ObjectName) -> TransferRequest
  /// The request that asks how large a file is there.
  func question(about name: ObjectName) -> TransferRequest
  /// What an answer that is no success says, and whether no other file can be sent either.
  func words(in answer: String, _ failure: FetchFailure) -> ServerWords
}

/// What a place says of a failure.
struct ServerWords: Equatable {
  /// For people.
  var message: String?
  /// Whether another try may help, where the status does not tell.
  var isTemporary = false
  /// What to do, where no other file can be sent before that.
  var advice: String?
  /// Whether a name, a password or a key is what is wrong.
  var isOfCredentials = false
}

extension TransferRequest {
  /// What all uploads by HTTP have in common.
  mutating func send(_ file: LocalFile) {
    upload = file.source
    if let kind = file.kind { headers.append("Content-Type: image/\(kind.rawValue)") }
  }
}
