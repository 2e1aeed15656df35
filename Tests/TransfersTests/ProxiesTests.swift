import Testing

@testable import Transfers

/// Which requests go to a proxy, as the environment has it.
struct ProxiesTests {
  @Test(
    arguments: [
      ([:], "http://a.example/", false),
      (["http_proxy": "http://proxy:3128"], "http://a.example/", true),
      (["http_proxy": "http://proxy:3128"], "https://a.example/", false),
      (["HTTP_PROXY": "http://proxy:3128"], "http://a.example/", false),
      (["https_proxy": "http://proxy:3128"], "http://169.254.169.254/", false),
      (["HTTPS_PROXY": "http://proxy:3128"], "https://a.example/", true),
      (["ALL_PROXY": "http://proxy:3128"], "http://a.example/", true),
      (["all_proxy": ""], "http://a.example/", false),
      (["all_proxy": "p", "no_proxy": "a.example"], "http://a.example/", false),
      (["all_proxy": "p", "no_proxy": "a.example"], "http://b.a.example/", false),
      (["all_proxy": "p", "no_proxy": "a.example"], "http://ba.example/", true),
      (["all_proxy": "p", "no_proxy": ".A.Example"], "http://a.example/", false),
      (["all_proxy": "p", "NO_PROXY": "localhost, 10.0.0.7"], "http://10.0.0.7/", false),
      (["all_proxy": "p", "no_proxy": "*"], "http://a.example/", false),
    ] as [([String: String], String, Bool)])
  func `a scheme has a proxy, but for the hosts that go without`(
    variables: [String: String], url: String, isTaken: Bool
  ) throws {
    let url = try #require(HTTPURL(url))
    #expect(Proxies { variables[$0] }.take(url) == isTaken)
  }
}
