import ByteStreams
import Fetching
import Images
import StandIn
import Testing
import Transfers

@testable import img_put

/// What is asked of each kind of place.
struct DestinationTests {
  private static let name = ObjectName(["a b", "ü+1.jpg"])
  private static let keys = AccessKeys(id: "id", secret: "secret", token: nil)

  private let file: LocalFile

  init() throws {
    let folder = try Folder()
    try folder.write("abc", to: "file")
    file = LocalFile(
      source: try FileSource(.reading(folder.path("file"))), sha256: "ab12", kind: .jpeg)
  }

  @Test(arguments: [
    ("s3://b", nil, "eu-north-1", "https://b.s3.eu-north-1.amazonaws.com/"),
    ("s3://b/p q/r", nil, "x", "https://b.s3.x.amazonaws.com/p%20q/r/"),
    ("s3://b.c/p", nil, "x", "https://s3.x.amazonaws.com/b.c/p/"),
    ("s3://b/p", "https://e.example", "x", "https://e.example/b/p/"),
    ("s3://b/p", "http://e.example:9/v1", "x", "http://e.example:9/v1/b/p/"),
  ])
  func `a bucket is asked at its host`(
    text: String, endpoint: String?, region: String, base: String
  ) throws {
    guard case .bucket(let bucket, let prefix) = try Address(text) else { return }
    let place = BucketDestination(
      bucket, prefix: prefix, endpoint: endpoint.flatMap { HTTPURL($0) }, region: region,
      Self.keys)
    let request = place.upload(file, as: Self.name)
    #expect(request.url == base + "a%20b/%C3%BC%2B1.jpg")
    #expect(place.key(of: Self.name) == request.url)
    #expect(place.url(of: Self.name) == text + "/a b/ü+1.jpg")
    #expect(request.signature == "aws:amz:\(region):s3")
    #expect(request.headers == ["x-amz-content-sha256: ab12", "Content-Type: image/jpeg"])
  }

  @Test func `the token of a session goes along`() {
    let keys = AccessKeys(id: "id", secret: "secret", token: "t")
    let place = BucketDestination("b", prefix: [], endpoint: nil, region: "x", keys)
    #expect(place.upload(file, as: Self.name).headers.contains("x-amz-security-token: t"))
    #expect(place.question(about: Self.name).headers.contains("x-amz-security-token: t"))
    #expect(place.question(about: Self.name).method == "HEAD")
  }

  @Test(arguments: [
    ("sftp://h/data", "/data/"), ("sftp://h/data/", "/data/"),
    ("sftp://h/two%20words", "/two words/"),
    ("sftp://h", "/"), ("sftp://h/~/set", "set/"), ("sftp://h/~", ""), ("sftp://h/~/", ""),
  ])
  func `a file gets its name when it is whole`(text: String, folder: String) throws {
    let shell = SecureShell(user: "u", knownHosts: "k")
    let place = ShellDestination(try #require(HTTPURL(sftp: text)), shell, nil)
    let request = place.upload(file, as: Self.name)
    let unfinished = Self.name.unfinished("ab12").names[1]
    #expect(request.url.hasSuffix("/a%20b/\(unfinished)"))
    #expect(
      request.secureShell?.finalCommands == [
        #"*rm "\#(folder)a b/ü+1.jpg""#,
        #"rename "\#(folder)a b/\#(unfinished)" "\#(folder)a b/ü+1.jpg""#,
      ])
    #expect(place.url(of: Self.name).hasPrefix("sftp://u@h/"))
    #expect(place.question(about: Self.name).url.hasSuffix("/a%20b/%C3%BC%2B1.jpg"))
    #expect(place.question(about: Self.name).secureShell?.finalCommands == [])
  }

  @Test(arguments: [
    ("InvalidAccessKeyId", true, false), ("SignatureDoesNotMatch", true, false),
    ("NoSuchBucket", true, false), ("AccessDenied", false, false), ("RequestTimeout", false, true),
  ])
  func `a bucket tells what is wrong`(code: String, isForAll: Bool, isTemporary: Bool) {
    let place = BucketDestination("b", prefix: [], endpoint: nil, region: "x", Self.keys)
    let answer = "<?xml version=\"1.0\"?>\n<Error><Code>\(code)</Code><Message>W</Message></Error>"
    let words = place.words(in: answer, FetchFailure(status: 400))
    #expect(words.message == "\(code): W")
    #expect((words.advice != nil) == isForAll)
    #expect(words.isTemporary == isTemporary)
  }

  @Test(arguments: ["", "<html>", "<Code>", "<Code>x", "</Code><Code>"])
  func `another answer tells nothing`(answer: String) {
    #expect(BucketError(answer) == nil)
  }
}
