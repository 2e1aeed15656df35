/// One request of HTTP, or one of SFTP.
public struct TransferRequest: Sendable {
  /// An absolute URL, `http` or `https`; `sftp` where `secureShell` is given.
  public var url: String
  /// The method; `GET` unless said otherwise.
  public var method = "GET"
  /// Header fields beside those that libcurl writes, `Name: value`.
  public var headers: [String] = []
  /// What is sent with the request.
  public var body: [UInt8]?
  /// A file that is sent: by PUT, or into the file that the URL names.
  public var upload: (any BodySource)?
  /// How Amazon's services are told who asks, with the credentials as keys: the words of
  /// CURLOPT_AWS_SIGV4.
  public var signature: String?
  /// What SFTP needs besides.
  public var secureShell: SecureShell?
  /// The name and password of Basic authentication, for this URL's host alone.
  public var credentials: Credentials?
  /// The bytes wanted, from this one on.
  public var offset = 0
  /// Seconds that the whole may take, 0 without limit, where that is not as in the settings.
  public var totalTimeout: Int?
  /// Bodies larger than this many bytes are refused.
  public var maximumBytes: Int?

  /// A request for `url`.
  public init(url: String) { self.url = url }
}

/// A name and a password; neither is ever part of a message.
public struct Credentials: Sendable {
  /// The user's name, not an e-mail address.
  public let user: String
  /// The password.
  public let password: String

  /// Credentials of this user.
  public init(user: String, password: String) {
    self.user = user
    self.password = password
  }
}
