import StandIn
import Testing

/// Where `gbif-post` takes name and password from.
struct CredentialTests {
  @Test func `the password may be in a file`() throws {
    let desk = try Desk()
    desk.environment["GBIF_PWD"] = nil
    try desk.work.write("demo\nmore\n", to: "password")
    #expect(try desk.post(["--password-file", "password", "p.json"]).status == 0)
    #expect(try desk.post(["--password-file", "missing", "p.json"]).status == 66)
  }

  @Test func `both may be in a netrc file`() throws {
    let desk = try Desk()
    desk.environment["GBIF_PWD"] = nil
    desk.environment["GBIF_USER"] = nil
    desk.environment["NETRC"] = desk.work.path("netrc")
    try desk.work.write("machine 127.0.0.1 login demo password demo\n", to: "netrc")
    #expect(try desk.post(["--netrc", "p.json"]).status == 0)
    #expect(desk.list?.contains(#""creator":"demo""#) == true)
    try desk.work.write("machine example.org login demo password demo\n", to: "netrc")
    #expect(try desk.post(["--netrc", "p.json"]).status == 77)
  }

  @Test func `the name may be in the request`() throws {
    let desk = try Desk()
    desk.environment["GBIF_USER"] = nil
    let request = #"{"creator":"demo","predicate":\#(Desk.predicate)}"#
    #expect(try desk.post([], input: request).status == 0)
  }

  @Test(arguments: ["GBIF_USER", "GBIF_PWD"])
  func `without one of them nothing is posted`(_ variable: String) throws {
    let desk = try Desk()
    desk.environment[variable] = nil
    let outcome = try desk.post()
    #expect(outcome.status == 77)
    #expect(outcome.err.contains(variable))
    #expect(desk.gbif.log.isEmpty)
  }

  @Test func `a dry run shows the request, needs no password and posts nothing`() throws {
    let desk = try Desk()
    desk.environment["GBIF_PWD"] = "s3cret"
    let outcome = try desk.post(["--dry-run", "p.json"])
    #expect(outcome.status == 0)
    #expect(
      outcome.out
        == #"{"creator":"demo","sendNotification":false,"format":"DWCA","predicate":"#
        + Desk.predicate + "}\n")
    #expect(outcome.err.isEmpty)
    #expect(desk.gbif.log.isEmpty)
    #expect(desk.list == nil)
  }

  @Test func `GBIF's own address may lead to another one, over TLS`() throws {
    let folder = try Folder()
    let desk = try Desk(["--tls-port", "0", "--ca", folder.path("ca.pem")])
    desk.environment["GBIF_API"] = nil
    let rule = "api.gbif.org:443:127.0.0.1:\(desk.gbif.tlsPort)"
    let trusting = ["--connect-to", rule, "--cacert", folder.path("ca.pem")]
    #expect(try desk.post(["--connect-to", rule, "p.json"]).status == 69)
    #expect(try desk.post(trusting + ["--contact", "me (here)", "p.json"]).status == 0)
    #expect(desk.gbif.log.last?.host == "api.gbif.org")
    #expect(desk.gbif.log.last?.agent == #"gbifxdl/0.1.0 (me \(here\))"#)
  }
}
