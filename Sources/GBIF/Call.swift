/// The calls of GBIF's service.
public enum Call: Sendable, CaseIterable {
  /// `POST /occurrence/download/request`
  case post
  /// `GET /occurrence/download/KEY`
  case status
  /// `GET /occurrence/download/request/KEY.zip`
  case file
  /// `DELETE /occurrence/download/request/KEY`
  case cancel
  /// `GET /occurrence/download/user/NAME`
  case list
  /// `GET /species/match` of the API's second version
  case match
  /// `GET /occurrence/search`
  case search

  /// What a status code means to one who made a call.
  public enum Meaning: Sendable, CaseIterable {
    /// This is what was asked for.
    case answer
    /// The service has a bad moment: the same call may do later.
    case later
    /// The user has too many downloads, or asks too often.
    case busy
    /// The request itself is wrong.
    case badRequest
    /// Credentials are wrong, or not enough.
    case notPermitted
    /// There is no such download, or not yet everywhere.
    case unknown
    /// The file is gone for good.
    case erased
    /// The file has no such bytes: what is there of it is of another file.
    case otherFile
    /// Nothing that another try would change.
    case refused
  }

  /// The codes that mean something else than in `meaning(of:)`.
  private var codes: [Int: Meaning] {
    switch self {
    case .post:
      [
        200: .answer, 201: .answer, 400: .badRequest, 401: .notPermitted, 403: .notPermitted,
        413: .badRequest, 415: .badRequest, 420: .busy, 422: .badRequest, 429: .busy,
      ]
    case .status: [200: .answer, 404: .unknown, 420: .later, 429: .later]
    case .search:
      [
        200: .answer, 400: .badRequest, 414: .badRequest, 422: .badRequest, 420: .busy,
        429: .busy,
      ]
    case .file:
      [
        200: .answer, 206: .answer, 404: .unknown, 410: .erased, 416: .otherFile, 420: .later,
        429: .later,
      ]
    case .cancel:
      [
        200: .answer, 202: .answer, 204: .answer, 400: .badRequest, 401: .notPermitted,
        403: .notPermitted, 404: .unknown, 420: .busy, 429: .busy,
      ]
    case .list:
      [
        200: .answer, 400: .badRequest, 401: .notPermitted, 403: .notPermitted, 404: .unknown,
        420: .busy, 429: .busy,
      ]
    // A checklist that GBIF does not have is not found.
    case .match: [200: .answer, 400: .badRequest, 404: .badRequest, 420: .busy, 429: .busy]
    }
  }

  /// What a status code means.
  public func meaning(of status: Int) -> Meaning {
    if let meaning = codes[status] { return meaning }
    return [408, 425].contains(status) || status >= 500 ? .later : .refused
  }
}
