import Geometry
import Testing
import Trials

@Suite struct FuzzTests {
  private static let seeds = [
    "POLYGON((-14 42,-7 26,9 38,-14 42))",
    "POLYGON ((176 -20, -178 -20, -178 -15, 176 -15, 176 -20), (178 -18, -179 -18, 179 -17, 178 -18))",
    "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,5 6,4 4)),((20 20,21.5 20,2.1e1 -21,20 20)))",
    "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))",
  ]

  @Test(arguments: seeds, 0..<3)
  func `texts that were changed are refused with a place, or mean something`(
    wkt: String, seed: UInt64
  ) {
    var random = SplitMix(seed: seed)
    for _ in 0..<500 {
      let text = random.mutate(wkt)
      do throws(GeometryError) {
        let region = try Region(wkt: text)
        #expect(region.text == text)
        #expect(!region.contains(latitude: .nan, longitude: 0))
        askCorners(of: region, text)
      } catch {
        #expect(0...text.count ~= error.offset, "\(text.debugDescription)")
        #expect(!error.reason.isEmpty)
      }
    }
  }

  /// All points of a ring are on an edge.
  private func askCorners(of region: Region, _ text: String) {
    let pieces = text.split { "(),".contains($0) }
    for piece in pieces {
      let numbers = piece.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      guard numbers.count == 2, abs(numbers[0]) <= 180 else { continue }
      #expect(region.contains(latitude: numbers[1], longitude: numbers[0]), "\(text)")
    }
  }
}

extension SplitMix {
  /// The text with one to three changes: another character, one more, one less, a cut, a part
  /// that comes again.
  fileprivate mutating func mutate(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0...Int.random(in: 0..<3, using: &self) where !characters.isEmpty {
      let index = Int.random(in: characters.indices, using: &self)
      let other = "0123456789  ..--+eE,,()()PMZ\n\0é".randomElement(using: &self) ?? " "
      switch Int.random(in: 0..<10, using: &self) {
      case 0: characters.removeSubrange(index...)
      case 1, 2: characters.remove(at: index)
      case 3, 4: characters.insert(other, at: index)
      case 5:
        let end = Int.random(in: index..<characters.count, using: &self)
        characters.insert(contentsOf: characters[index..<end], at: index)
      default: characters[index] = other
      }
    }
    return String(characters)
  }
}
