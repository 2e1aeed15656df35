import Invocation

/// Who asks Amazon's services, or others that speak as these do.
struct AccessKeys: Sendable {
  let id: String
  let secret: String
  /// That of a session, where the keys are for a while only.
  let token: String?

  /// Those of the environment, by the names that Amazon's own tools take.
  /// - Throws: `Failure` where there are none.
  static func fromEnvironment() throws(Failure) -> AccessKeys {
    guard let id = Environment["AWS_ACCESS_KEY_ID"],
      let secret = Environment["AWS_SECRET_ACCESS_KEY"]
    else {
      throw Failure(
        .notPermitted, "no access key: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
    }
    return AccessKeys(id: id, secret: secret, token: Environment["AWS_SESSION_TOKEN"])
  }
}
