import GBIF
import Testing

/// What follows from the tries to fetch a file.
struct FileAttemptsTests {
  private func attempts(size: Int = 1000) throws -> FileAttempts {
    let record = #"{"key":"0000001-250827131500795","status":"SUCCEEDED","size":\#(size)}"#
    let status = try DownloadStatus(answer: Array(record.utf8))
    return FileAttempts(status, count: 0, .retrying, seed: 1)
  }

  private func kind(of verdict: FileAttempts.Verdict) -> ServiceError.Kind? {
    if case .refused(let error) = verdict { error.kind } else { nil }
  }

  private func startsOver(_ verdict: FileAttempts.Verdict) -> Bool? {
    if case .again(_, let fromStart, _) = verdict { fromStart } else { nil }
  }

  @Test(arguments: [200, 206])
  func `a file of the size that GBIF says is whole`(_ status: Int) throws {
    var attempts = try attempts()
    #expect(attempts.verdict(.answer(status: status, count: 1000, retryAfter: nil)) == .whole)
  }

  @Test func `where GBIF says no size every whole answer will do`() throws {
    var attempts = try attempts(size: 0)
    #expect(attempts.verdict(.answer(status: 200, count: 7, retryAfter: nil)) == .whole)
  }

  @Test func `a wrong size is looked at twice`() throws {
    var attempts = try attempts()
    #expect(startsOver(attempts.verdict(.otherSize(900))) == true)
    #expect(
      attempts.verdict(.answer(status: 200, count: 900, retryAfter: nil))
        == .refused(
          ServiceError(
            .unavailable,
            "0000001-250827131500795.zip: the file has 900 bytes, and GBIF says 1000")))
  }

  @Test(arguments: [0, 1000])
  func `a file without bytes is none, and is looked at twice`(_ size: Int) throws {
    var attempts = try attempts(size: size)
    #expect(startsOver(attempts.verdict(.answer(status: 200, count: 0, retryAfter: nil))) == true)
    let verdict = attempts.verdict(.answer(status: 200, count: 0, retryAfter: nil))
    #expect(kind(of: verdict) == .unavailable)
  }

  @Test func `a damaged archive is fetched twice, and then another is to be asked for`() throws {
    var attempts = try attempts()
    #expect(startsOver(attempts.verdict(.damaged(reason: "a.txt: bad CRC"))) == true)
    #expect(
      attempts.verdict(.damaged(reason: "a.txt: bad CRC"))
        == .refused(
          ServiceError(
            .unavailable,
            "0000001-250827131500795.zip: a.txt: bad CRC; ask GBIF anew, by a predicate that is not "
              + "quite the same (gbif-post)")))
  }

  @Test(arguments: [
    (404, false), (408, false), (416, true), (420, false), (429, false), (500, false), (503, false),
  ])
  func `some codes are waited through`(_ status: Int, _ fromStart: Bool) throws {
    var attempts = try attempts()
    let verdict = attempts.verdict(.answer(status: status, count: 0, retryAfter: nil))
    #expect(startsOver(verdict) == fromStart)
  }

  @Test(arguments: [302, 400, 401, 403, 410])
  func `others end it`(_ status: Int) throws {
    var attempts = try attempts()
    #expect(
      kind(of: attempts.verdict(.answer(status: status, count: 0, retryAfter: nil))) == .unavailable
    )
  }

  @Test func `breaks that brought bytes may be as many as it takes`() throws {
    var attempts = try attempts()
    for count in 1...500 {
      let verdict = attempts.verdict(.broken(reason: "reset", count: count))
      #expect(startsOver(verdict) == false)
    }
  }

  @Test func `tries that bring nothing are left to another run in the end`() throws {
    var attempts = try attempts()
    for _ in 1...11 {
      #expect(startsOver(attempts.verdict(.broken(reason: "reset", count: 0))) == false)
    }
    #expect(kind(of: attempts.verdict(.broken(reason: "reset", count: 0))) == .temporary)
  }

  @Test func `another file begins at its first byte`() throws {
    var attempts = try attempts()
    _ = attempts.verdict(.broken(reason: "reset", count: 500))
    #expect(startsOver(attempts.verdict(.otherFile)) == true)
  }
}
