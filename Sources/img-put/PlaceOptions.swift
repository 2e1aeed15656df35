import ArgumentParser
import ByteStreams
import Glibc
import Invocation
import Network
import Transfers

/// Where the place is, and who asks there: no secret is ever on the command line.
struct PlaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The service that has the bucket, if not Amazon's.", valueName: "url"))
  var endpoint: String?

  @Option(
    help: ArgumentHelp("The bucket's region. (default: AWS_REGION, us-east-1)", valueName: "name"))
  var region: String?

  @Flag(help: "Take name and password from ~/.netrc, or from the file that NETRC names.")
  var netrc = false

  @Option(
    help: ArgumentHelp(
      "Take the password from the first line of FILE (the name is in the URL).",
      valueName: "file"))
  var passwordFile: String?

  @Option(
    help: ArgumentHelp(
      "The private key for sftp. (default: the agent's, or one in ~/.ssh)", valueName: "file"))
  var identity: String?

  @Option(
    help: ArgumentHelp(
      "The keys of hosts that are known. (default: ~/.ssh/known_hosts)", valueName: "file"))
  var knownHosts: String?

  func validate() throws {
    if netrc, passwordFile != nil {
      throw ValidationError("--netrc and --password-file do not go together")
    }
    if let endpoint, HTTPURL(endpoint) == nil {
      throw ValidationError("--endpoint takes a URL of http or https")
    }
    if let region, region.isEmpty || !region.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      throw ValidationError("--region takes the name of a region, such as eu-north-1")
    }
  }

  /// Whether the password comes from the standard input.
  var readsInput: Bool { passwordFile == "-" }

  /// Looks whether the options are of use for a place.
  func check(_ address: Address) throws(AddressError) {
    let used: Set<String>
    switch address {
    case .web: used = ["--netrc", "--password-file"]
    case .bucket: used = ["--endpoint", "--region"]
    case .shell: used = ["--netrc", "--password-file", "--identity", "--known-hosts"]
    }
    for (option, isGiven) in [
      ("--endpoint", endpoint != nil), ("--region", region != nil), ("--netrc", netrc),
      ("--password-file", passwordFile != nil), ("--identity", identity != nil),
      ("--known-hosts", knownHosts != nil),
    ] where isGiven && !used.contains(option) {
      throw AddressError("\(option) is of no use for this URL")
    }
    if passwordFile != nil, !netrc, case .web(_, user: nil) = address {
      throw AddressError("--password-file needs a name in the URL: https://name@host/path")
    }
  }

  /// The place that an address names.
  /// - Throws: `Failure` where a name, a password or a key lacks.
  func destination(_ address: Address) throws -> any Destination {
    switch address {
    case .web(let url, let user):
      return WebDestination(url, try credentials(url.host, user))
    case .bucket(let bucket, let prefix):
      return BucketDestination(
        bucket, prefix: prefix, endpoint: try endpointURL(), region: regionName,
        try .fromEnvironment())
    case .shell(let url, let user):
      let credentials = try credentials(url.host, user ?? Self.ownName)
      return ShellDestination(
        url, try shell(user ?? credentials?.user ?? Self.ownName), credentials)
    }
  }

  private func credentials(_ host: String, _ user: String?) throws -> Credentials? {
    if netrc { return try Passwords.fromNetrc(for: host) }
    guard let passwordFile, let user else { return nil }
    return Credentials(user: user, password: try Passwords.firstLine(of: passwordFile))
  }

  /// The variables are those of Amazon's own tools.
  /// - Throws: `Failure` where they name no URL: files would go to Amazon instead.
  private func endpointURL() throws(Failure) -> HTTPURL? {
    if let endpoint { return HTTPURL(endpoint) }
    for name in ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"] {
      guard let text = Environment[name] else { continue }
      if let url = HTTPURL(text) { return url }
      throw Failure(.usage, "\(name): not a URL of http or https: '\(text)'")
    }
    return nil
  }

  private var regionName: String {
    region ?? Environment["AWS_REGION"] ?? Environment["AWS_DEFAULT_REGION"] ?? "us-east-1"
  }
}

extension PlaceOptions {
  /// What SFTP needs to know.
  /// - Throws: `StreamError` where the private key can't be read.
  private func shell(_ user: String) throws -> SecureShell {
    let home = Environment["HOME"] ?? "."
    var shell = SecureShell(
      user: user, knownHosts: knownHosts ?? "\(home)/.ssh/known_hosts")
    shell.identity = identity
    if let identity { _ = try Descriptor.reading(identity) }
    if identity == nil, passwordFile == nil, !netrc, Environment["SSH_AUTH_SOCK"] == nil {
      shell.identity = Self.names.map { "\(home)/.ssh/\($0)" }.first(where: Descriptor.canRead)
    }
    return shell
  }

  /// The keys that ssh itself looks for, in its order (ssh(1), `-i`), but for those on tokens.
  private static let names = ["id_rsa", "id_ecdsa", "id_ed25519"]

  /// Who is logged in here.
  ///
  /// The corresponding C function is `getpwuid`.
  private static var ownName: String {
    guard let entry = unsafe getpwuid(getuid()) else { return Environment["USER"] ?? "" }
    return unsafe String(cString: entry.pointee.pw_name)
  }
}
