import Transfers

/// A place that a user names: `sftp://user@host/path`, `s3://bucket/prefix`, `https://host/path`.
enum Address: Equatable {
  case shell(HTTPURL, user: String?)
  case bucket(String, prefix: [String])
  case web(HTTPURL, user: String?)

  /// Reads a URL.
  /// - Throws: `AddressError` where it is none, or has a password or a query in it.
  init(_ text: String) throws(AddressError) {
    guard let (scheme, user, rest) = try Self.parts(of: text) else {
      throw AddressError("the URL is none of sftp, s3, http or https")
    }
    switch scheme {
    case "sftp":
      guard let url = HTTPURL(sftp: "sftp://\(rest)"), url.decodedPath != nil else {
        throw AddressError("not a URL of sftp: 'sftp://\(rest)'")
      }
      self = .shell(url, user: user)
    case "s3":
      let names = rest.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      guard let bucket = names.first, user == nil, Self.isBucket(bucket),
        !rest.hasPrefix("/"), !names.contains("."), !names.contains("..")
      else { throw AddressError("not the name of a bucket and a prefix: 's3://\(rest)'") }
      self = .bucket(bucket, prefix: Array(names.dropFirst()))
    default:
      guard let url = HTTPURL("\(scheme)://\(rest)") else {
        throw AddressError("not a URL of http or https: '\(scheme)://\(rest)'")
      }
      self = .web(url, user: user)
    }
  }

  /// The scheme, the user before an `@`, and what follows; `nil` where the scheme is no known one.
  private static func parts(
    of text: String
  ) throws(AddressError) -> (scheme: String, user: String?, rest: String)? {
    guard let mark = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<mark.lowerBound].lowercased()
    guard ["sftp", "s3", "http", "https"].contains(scheme) else { return nil }
    let rest = text[mark.upperBound...]
    let host = rest.prefix { $0 != "/" }
    // A bucket's names may have any character; in a URL these two do not belong to the path.
    if scheme != "s3", rest.contains(where: { $0 == "?" || $0 == "#" }) {
      throw AddressError("the URL has a query or a fragment, to which no name can be added")
    }
    if host.isEmpty { throw AddressError("the URL names no host and no bucket") }
    guard let at = host.lastIndex(of: "@") else { return (scheme, nil, String(rest)) }
    let user = host[..<at]
    if user.contains(":") {
      throw AddressError(
        "the URL has a password, which others can read there: use --netrc or --password-file")
    }
    return (scheme, String(user), String(rest[rest.index(after: at)...]))
  }

  /// Letters, digits, `.`, `-` and `_`: what a host name may be made of.
  private static func isBucket(_ name: String) -> Bool {
    name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    } && !["", ".", ".."].contains(name)
  }
}

/// Why a text names no place; `description` is the whole message.
struct AddressError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
