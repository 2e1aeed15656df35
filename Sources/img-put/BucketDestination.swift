import Fetching
import Transfers

/// A bucket of Amazon S3, or of a service that speaks as that does.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
struct BucketDestination: Destination {
  /// What is signed in place of a body where there is none: the SHA-256 of no bytes.
  private static let hashOfNothing =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  /// As a user names it, with a slash at the end.
  private let name: String
  /// As it is asked for, with a slash at the end.
  private let base: String
  private let region: String
  private let keys: AccessKeys

  /// A place below `prefix`; `endpoint` is another service than Amazon's.
  init(
    _ bucket: String, prefix: [String], endpoint: HTTPURL?, region: String, _ keys: AccessKeys
  ) {
    let below = prefix.map { $0 + "/" }.joined()
    name = "s3://\(bucket)/\(below)"
    let root = Self.root(of: bucket, endpoint, region)
    base = root + prefix.map { ObjectName.escape($0) + "/" }.joined()
    self.region = region
    self.keys = keys
  }

  /// A bucket has a host of its own, unless its name has a dot, which no certificate fits, or the
  /// service is another.
  private static func root(of bucket: String, _ endpoint: HTTPURL?, _ region: String) -> String {
    if let endpoint {
      return endpoint.text + (endpoint.text.hasSuffix("/") ? "" : "/") + bucket + "/"
    }
    if bucket.contains(".") { return "https://s3.\(region).amazonaws.com/\(bucket)/" }
    return "https://\(bucket).s3.\(region).amazonaws.com/"
  }

  func url(of name: ObjectName) -> String { self.name + name.path }

  func key(of name: ObjectName) -> String { base + name.escaped }

  /// The hash is part of the signature: the service refuses other bytes.
  func upload(_ file: LocalFile, as name: ObjectName) -> TransferRequest {
    var request = request(name, hash: file.sha256)
    request.send(file)
    return request
  }

  func question(about name: ObjectName) -> TransferRequest {
    var request = request(name, hash: Self.hashOfNothing)
    request.method = "HEAD"
    return request
  }

  private func request(_ name: ObjectName, hash: String) -> TransferRequest {
    var request = TransferRequest(url: key(of: name))
    request.credentials = Credentials(user: keys.id, password: keys.secret)
    request.signature = "aws:amz:\(region):s3"
    request.headers.append("x-amz-content-sha256: \(hash)")
    if let token = keys.token { request.headers.append("x-amz-security-token: \(token)") }
    return request
  }

  /// By the codes of https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html.
  func words(in answer: String, _ failure: FetchFailure) -> ServerWords {
    let error = BucketError(answer)
    var words = ServerWords(message: error?.description)
    switch error?.code {
    case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken":
      words.advice = "see to AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN"
      words.isOfCredentials = true
    case "RequestTimeTooSkewed":
      words.advice = "set the clock of this machine"
      words.isOfCredentials = true
    case "NoSuchBucket": words.advice = "make the bucket first"
    case "PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed",
      "IllegalLocationConstraintException":
      words.advice = "see to --region and --endpoint"
    case "RequestTimeout": words.isTemporary = true
    default: break
    }
    return words
  }
}
