public import ArgumentParser
public import GBIF
internal import Invocation
internal import Network
public import Transfers

/// Where the name and the password of a GBIF account come from: never from the command line.
public struct CredentialOptions: ParsableArguments {
  @Flag(help: "Take name and password from ~/.netrc, or from the file that NETRC names.")
  var netrc = false

  @Option(
    help: ArgumentHelp(
      "Take the password from the first line of FILE (the name is in GBIF_USER).",
      valueName: "file"))
  var passwordFile: String?

  /// For the parser.
  public init() {}

  /// Refuses two sources at once.
  public func validate() throws {
    if netrc, passwordFile != nil {
      throw ValidationError("--netrc and --password-file do not go together")
    }
  }

  /// Whether the password comes from the standard input.
  public var readsInput: Bool { passwordFile == "-" }

  /// The credentials for a service; the name may also be in the request itself, as `creator`.
  /// - Throws: `Failure` where something is missing, `StreamError` where a file can't be read.
  public func credentials(for service: Service, creator: String?) throws -> Credentials {
    if netrc { return try fromNetrc(service) }
    guard let user = Environment["GBIF_USER"] ?? creator else {
      throw Failure(.notPermitted, "no user name: set GBIF_USER, or use --netrc")
    }
    guard let password = try passwordFile.map(Passwords.firstLine) ?? Environment["GBIF_PWD"] else {
      throw Failure(.notPermitted, "no password: set GBIF_PWD, or use --password-file or --netrc")
    }
    return Credentials(user: user, password: password)
  }

  /// The name alone, where it can be told.
  public func user(for service: Service) -> String? {
    netrc ? (try? fromNetrc(service))?.user : Environment["GBIF_USER"]
  }

  private func fromNetrc(_ service: Service) throws -> Credentials {
    try Passwords.fromNetrc(for: HTTPURL(service.base)?.host ?? "")
  }
}
