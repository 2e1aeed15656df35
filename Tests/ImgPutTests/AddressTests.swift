import Testing
import Transfers

@testable import img_put

/// Places as users name them.
struct AddressTests {
  @Test(arguments: [
    ("https://a.example/x/", "https://a.example/x/", nil),
    ("HTTP://A.example", "http://a.example/", nil),
    ("https://me@a.example:8443/x", "https://a.example:8443/x", "me"),
    ("https://me@b.example@a.example/x", "https://a.example/x", "me@b.example"),
    ("https://a.example/me@home", "https://a.example/me@home", nil),
  ])
  func `a place of HTTP`(text: String, url: String, user: String?) throws {
    #expect(try Address(text) == .web(try #require(HTTPURL(url)), user: user))
  }

  @Test(arguments: [
    ("sftp://me@a.example/x", "sftp://a.example/x", "me"),
    ("sftp://a.example:2222/~/x y", "sftp://a.example:2222/~/x%20y", nil),
  ])
  func `a place of SFTP`(text: String, url: String, user: String?) throws {
    #expect(try Address(text) == .shell(try #require(HTTPURL(sftp: url)), user: user))
  }

  @Test(arguments: [
    ("s3://bucket", "bucket", [String]()), ("s3://my.bucket/", "my.bucket", []),
    ("s3://bucket/a/b c/", "bucket", ["a", "b c"]), ("s3://bucket//a?b#c", "bucket", ["a?b#c"]),
  ])
  func `a bucket and its prefix`(text: String, bucket: String, prefix: [String]) throws {
    #expect(try Address(text) == .bucket(bucket, prefix: prefix))
  }

  @Test(arguments: [
    "", "a.example", "ftp://a.example/", "file:///etc", "https://", "https:///x", "sftp://",
    "s3://",
    "s3:///a", "s3://a/../b", "s3://a/./b", "s3://../b", "s3://b@c/", "s3://b:9/", "s3://b%20/",
    "https://a.example/?x", "https://a.example/#x", "sftp://a.example/x?y", "https://a b/",
  ])
  func `what names no place`(text: String) {
    #expect(throws: AddressError.self) { try Address(text) }
  }

  @Test(arguments: ["https", "http", "sftp", "s3"])
  func `a password is refused, and not repeated`(scheme: String) {
    let error = #expect(throws: AddressError.self) {
      try Address("\(scheme)://name:hush@a.example/x")
    }
    #expect(error?.description.contains("hush") == false)
    #expect(error?.description.contains("password") == true)
  }
}
