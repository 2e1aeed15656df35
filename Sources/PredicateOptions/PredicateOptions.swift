public import ArgumentParser
public import Predicates
internal import ByteStreams
internal import Invocation

/// The options that give a predicate, in every tool that takes one.
public struct PredicateOptions: ParsableArguments {
  /// No predicate has more bytes: GBIF takes 101,000 values at most.
  private static let longest = 64 << 20

  /// The words, where they are given.
  @Option(help: ArgumentHelp("Take the predicate WORDS.", valueName: "words"))
  public var `where`: String?

  /// The file, where one is given.
  @Option(help: ArgumentHelp("Take the predicate in FILE, in GBIF's JSON.", valueName: "file"))
  public var predicate: String?

  /// For the parser of the command line.
  public init() {}

  /// Refuses two predicates.
  public func validate() throws {
    if `where` != nil, predicate != nil {
      throw ValidationError("--where and --predicate do not go together")
    }
  }

  /// Whether either option is there.
  public var isGiven: Bool { `where` != nil || predicate != nil }

  /// The predicate that the options give; `nil` where there is none or where it is of no words.
  /// - Throws: where it can't be read or does not parse, with the place.
  public func read(for audience: Audience) throws -> Predicate? {
    if let `where` { return try Self.parse(`where`, for: audience) }
    guard let predicate else { return nil }
    let file = try Descriptor.input(predicate)
    let text = try file.readAll(limit: Self.longest)
    do {
      return try Predicate.reading(json: text, for: audience)
    } catch {
      let place = "\(predicate):\(error.place.line):\(error.place.column)"
      throw Failure(.badInput, "\(place): \(error)", illustration: error.illustration)
    }
  }

  /// The predicate in words; `nil` where there are none.
  /// - Throws: `Failure` with the place.
  public static func parse(_ words: String, for audience: Audience) throws -> Predicate? {
    if words.allSatisfy(\.isWhitespace) { return nil }
    do {
      return try Predicate(words: words, for: audience, readValues: readValues)
    } catch {
      throw Failure(.usage, error.description, illustration: error.illustration)
    }
  }

  private static func readValues(in path: String) throws(ValueFileError) -> [UInt8] {
    do throws(StreamError) {
      return try Descriptor.input(path).readAll(limit: longest)
    } catch {
      throw ValueFileError(error.description)
    }
  }
}
