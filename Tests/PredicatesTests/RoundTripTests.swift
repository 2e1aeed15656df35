import GBIF
import Geometry
import Testing
import Trials
import Values

@testable import Predicates

/// Words, tree and JSON are one language.
struct RoundTripTests {
  @Test func `words, JSON and words again are the same`() throws {
    var trees = RandomPredicates(seed: 1, onlyGBIF: true)
    for _ in 0..<2000 {
      let predicate = trees.next(depth: 4)
      let json = try #require(predicate.json)
      let read = try #require(try Predicate.reading(json: json))
      #expect(read == predicate)
      #expect(read.description == predicate.description)
    }
  }

  @Test func `a tree's words mean the tree`() throws {
    var trees = RandomPredicates(seed: 2, onlyGBIF: false)
    for _ in 0..<2000 {
      let predicate = trees.next(depth: 4)
      #expect(try Predicate(words: predicate.description) == predicate, "\(predicate)")
    }
  }

  @Test(arguments: SearchKey.all.filter { !["GEOMETRY", "GEO_DISTANCE"].contains($0.name) })
  func `a key's words mean the key`(key: SearchKey) throws {
    let predicate = Predicate.isNull(.key(key))
    #expect(try Predicate(words: predicate.description, for: .gbif) == predicate)
    #expect(
      Explanation(predicate).json == [#"{"type":"isNull","parameter":"\#(key.name)"}"#])
  }

  @Test func `no words crash the parser`() {
    var random = SplitMix(seed: 3)
    let pieces = [
      "a", "year", "=", "<", "(", ")", ",", "and", "or", "not", "in", "is", "null", "like",
      "matches",
      "/x/", "'", "\"", "`", "@f", "within", "POLYGON", "((0 0,1 0,1 1,0 0))", "geoDistance", "5km",
      "matchCase", "checklistKey", "é", "\\", "/", "spdx", "-1", "2010-05", "\n",
    ]
    for _ in 0..<20_000 {
      let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      let text = words.joined(separator: Bool.random(using: &random) ? " " : "")
      if let error = Self.fault(of: text) { #expect(error.offset <= text.count) }
    }
  }

  @Test func `no bytes crash the reader of JSON`() {
    var random = SplitMix(seed: 4)
    let whole =
      Array(
        #"{"predicate":{"type":"and","predicates":[{"type":"in","key":"YEAR","values":["1",2]},{"type"#
          .utf8
      )
      + Array(
        #"":"not","predicate":{"type":"within","geometry":"POLYGON((0 0,1 0,1 1,0 0))"}}]}}"#.utf8)
    for _ in 0..<20_000 {
      var json = whole
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<json.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: json[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: json.remove(at: place)
        default: json.insert(json[Int.random(in: 0..<json.count, using: &random)], at: place)
        }
      }
      do throws(PredicateError) {
        _ = try Predicate.reading(json: json)
      } catch {
        #expect(error.illustration.count == 2)
      }
    }
  }

  private static func fault(of words: String) -> PredicateError? {
    do throws(PredicateError) {
      _ = try Predicate(words: words)
      return nil
    } catch {
      return error
    }
  }
}

/// Trees that the parser could have made.
private struct RandomPredicates {
  private var random: SplitMix
  private let onlyGBIF: Bool

  init(seed: UInt64, onlyGBIF: Bool) {
    random = SplitMix(seed: seed)
    self.onlyGBIF = onlyGBIF
  }

  mutating func next(depth: Int) -> Predicate {
    guard depth > 0, Int.random(in: 0..<3, using: &random) > 0 else { return condition() }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return .and(terms(depth))
    case 1: return .or(terms(depth))
    default: return .not(next(depth: depth - 1))
    }
  }

  private mutating func terms(_ depth: Int) -> [Predicate] {
    (0..<Int.random(in: 2...4, using: &random)).map { _ in next(depth: depth - 1) }
  }

  private mutating func condition() -> Predicate {
    switch Int.random(in: 0..<(onlyGBIF ? 7 : 8), using: &random) {
    case 0: .equals(textTerm(), text(), matching())
    case 1:
      .isIn(textTerm(), (0...Int.random(in: 0...3, using: &random)).map { _ in text() }, matching())
    case 2: .like(textTerm(), text(), matching())
    case 3:
      .compare(term("YEAR"), Comparison.allCases.randomElement(using: &random) ?? .lessThan, "2010")
    case 4: .isNull(textTerm())
    case 5: .isNotNull(textTerm())
    case 6: place()
    default: .matches(textTerm(), Pattern("a\\d/[b]+ é", ignoresCase: Bool.random(using: &random)))
    }
  }

  private mutating func place() -> Predicate {
    guard let region = try? Region(wkt: "POLYGON ((0 0, 1 0, 1 1, 0 0))"),
      let circle = try? Circle(latitude: "-1.5", longitude: "2", distance: "5 km")
    else { preconditionFailure("these are right") }
    return Bool.random(using: &random) ? .within(region) : .geoDistance(circle)
  }

  private mutating func textTerm() -> Term {
    let names = ["LOCALITY", "TAXON_KEY", "RECORDED_BY", "GADM_GID"]
    let fields = [
      "media.license", "`odd.name`", "`a``b c`.d", "spdx(media.license)", "host(x)", "url(`a b`)",
    ]
    if onlyGBIF || Bool.random(using: &random) {
      return term(names.randomElement(using: &random) ?? "")
    }
    guard let name = fields.randomElement(using: &random), let field = try? FieldExpression(name)
    else {
      preconditionFailure("these are fields")
    }
    return .field(field)
  }

  private func term(_ name: String) -> Term {
    guard let key = SearchKey.named(name) else { preconditionFailure(name) }
    return .key(key)
  }

  private mutating func text() -> String {
    let characters = Array("aB1 é🦋\"'`\\/@=<>!(),;.*?#\n\t")
    return String(
      (0...Int.random(in: 0...8, using: &random)).map { _ in
        characters.randomElement(using: &random) ?? "a"
      })
  }

  private mutating func matching() -> Matching {
    Matching(
      matchesCase: Bool.random(using: &random),
      checklistKey: Int.random(in: 0..<4, using: &random) == 0 ? "7ddf 754f" : nil)
  }
}
