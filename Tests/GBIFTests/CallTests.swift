import GBIF
import Testing

/// What each status code means for each call.
struct CallTests {
  @Test(arguments: [
    (200, Call.Meaning.answer, Call.Meaning.answer, Call.Meaning.answer),
    (201, .answer, .refused, .refused), (204, .refused, .refused, .refused),
    (206, .refused, .refused, .answer), (301, .refused, .refused, .refused),
    (400, .badRequest, .refused, .refused), (401, .notPermitted, .refused, .refused),
    (403, .notPermitted, .refused, .refused), (404, .refused, .unknown, .unknown),
    (408, .later, .later, .later), (410, .refused, .refused, .erased),
    (413, .badRequest, .refused, .refused), (415, .badRequest, .refused, .refused),
    (416, .refused, .refused, .otherFile), (420, .busy, .later, .later),
    (422, .badRequest, .refused, .refused), (425, .later, .later, .later),
    (429, .busy, .later, .later), (500, .later, .later, .later), (502, .later, .later, .later),
    (503, .later, .later, .later), (504, .later, .later, .later),
  ])
  func `a status code has its meaning`(
    _ status: Int, _ post: Call.Meaning, _ tell: Call.Meaning, _ file: Call.Meaning
  ) {
    #expect(Call.post.meaning(of: status) == post)
    #expect(Call.status.meaning(of: status) == tell)
    #expect(Call.file.meaning(of: status) == file)
  }

  @Test(arguments: [
    (200, Call.Meaning.answer, Call.Meaning.answer, Call.Meaning.answer),
    (204, .answer, .refused, .refused), (400, .badRequest, .badRequest, .badRequest),
    (401, .notPermitted, .notPermitted, .refused), (403, .notPermitted, .notPermitted, .refused),
    (404, .unknown, .unknown, .badRequest), (420, .busy, .busy, .busy), (429, .busy, .busy, .busy),
    (500, .later, .later, .later), (503, .later, .later, .later),
  ])
  func `so it has for the calls beside a download`(
    _ status: Int, _ cancel: Call.Meaning, _ list: Call.Meaning, _ match: Call.Meaning
  ) {
    #expect(Call.cancel.meaning(of: status) == cancel)
    #expect(Call.list.meaning(of: status) == list)
    #expect(Call.match.meaning(of: status) == match)
  }

  @Test(arguments: [
    (200, Call.Meaning.answer), (206, .refused), (301, .refused), (400, .badRequest),
    (401, .refused), (404, .refused), (414, .badRequest), (422, .badRequest), (420, .busy),
    (429, .busy), (500, .later), (503, .later),
  ])
  func `a status code has its meaning for a search`(_ status: Int, _ meaning: Call.Meaning) {
    #expect(Call.search.meaning(of: status) == meaning)
  }
}
