internal import ByteStreams

/// The files that a run writes beside its records, as `--rejects` and `--failures` name them.
///
/// Each must be a file of its own: what one option writes would take the place of what another
/// one writes, or of what is read.
public struct SideFiles: ExpressibleByDictionaryLiteral {
  private var files: [(option: String, path: String)]

  /// The options and what they name, where they are given.
  public init(dictionaryLiteral files: (String, String?)...) {
    self.files = files.compactMap { option, path in path.map { (option, $0) } }
  }

  /// Adds the file that an option names, if it is given.
  mutating func add(_ option: String, _ path: String?) {
    if let path { files.append((option, path)) }
  }

  /// - Throws: `Failure` where a file is no file of its own beside `output` and `inputs`.
  func check(output: String?, inputs: [String]) throws(Failure) {
    let others = inputs + [output].compactMap { $0 }
    var taken = Set(others.compactMap { $0 == "-" ? nil : FilePlace($0) })
    for (option, path) in files {
      if path == "-" { throw Failure(.usage, "\(option) takes a file of its own, not '-'") }
      // Many may write to what is no regular file.
      guard let place = FilePlace(path) else { continue }
      guard taken.insert(place).inserted else {
        throw Failure(.usage, "\(option) takes a file of its own: \(path) is in use")
      }
    }
  }
}
