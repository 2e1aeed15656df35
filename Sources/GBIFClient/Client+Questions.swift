public import GBIF
public import Invocation
public import Transfers

extension Client {
  /// Asks until there is an answer, and gives its bytes.
  /// - Throws: `ServiceError` where there will be none, `Failure` after an INT or TERM.
  public mutating func ask(
    _ request: TransferRequest, _ question: Question, _ diagnostics: Diagnostics
  ) throws -> [UInt8] {
    var question = question
    while true {
      if Signals.interruption != nil {
        throw Failure(.unavailable, "interrupted before GBIF answered")
      }
      switch question.verdict(try call(request).answer) {
      case .answer(let body): return body
      case .refused(let error): throw error
      case .again(let wait, let reason):
        diagnostics.say("\(reason): again in \(TimeSpan(wait).rounded)")
        try pause(wait)
      }
    }
  }
}
