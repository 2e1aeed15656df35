internal import Glibc

/// The proxies that the environment names, as libcurl reads it.
///
/// https://everything.curl.dev/usingcurl/proxies/env.html; the page of `CURLOPT_NOPROXY` tells of
/// the hosts that go without.
struct Proxies: Sendable {
  private let schemes: Set<String>
  /// Names of hosts or domains that go without one, in small letters; `*` stands for all.
  private let exceptions: [String]

  /// Those that variables name, where `variable` has their values.
  init(_ variable: (String) -> String?) {
    func isSet(_ names: String...) -> Bool { names.contains { variable($0)?.isEmpty == false } }
    let takesAll = isSet("all_proxy", "ALL_PROXY")
    var schemes: Set<String> = []
    // HTTP_PROXY is a header of a request to a CGI program, too, and so is passed over.
    if takesAll || isSet("http_proxy") { schemes.insert("http") }
    if takesAll || isSet("https_proxy", "HTTPS_PROXY") { schemes.insert("https") }
    self.schemes = schemes
    let list = variable("no_proxy") ?? variable("NO_PROXY") ?? ""
    exceptions = list.lowercased().split { $0 == "," || $0 == " " }.map { String($0) }
  }

  /// Those of this process.
  static let ofEnvironment = Proxies { name in
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Whether a request for a URL goes to one of them.
  func take(_ url: HTTPURL) -> Bool {
    schemes.contains(url.scheme) && !exceptions.contains { isException($0, for: url.host) }
  }

  private func isException(_ name: String, for host: String) -> Bool {
    let domain = name.hasPrefix(".") ? name.dropFirst() : name[...]
    return name == "*" || host == domain || host.hasSuffix(".\(domain)")
  }
}
