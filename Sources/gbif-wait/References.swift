import ByteStreams
import GBIF
import Invocation
import Records

/// The downloads to be waited for, each once: those of the command line, then those that the
/// records of the standard input name, as these arrive.
struct References: ~Copyable {
  private var named: ArraySlice<DownloadReference>
  private var seen = Set<DownloadReference>()
  private var input: RecordInput?
  private let key: Field?
  private let diagnostics: Diagnostics

  static func open(
    _ keys: [String], _ stream: StreamOptions, _ diagnostics: Diagnostics
  ) throws -> References {
    let named = keys.compactMap { DownloadReference($0) }
    guard keys.isEmpty || keys.contains("-") else {
      return References(named, nil, nil, diagnostics)
    }
    var input = try RecordInput.open(keys.isEmpty ? [] : ["-"], stream, diagnostics)
    let key = input.scanner.field(FieldPath(names: ["key"]))
    return References(named, input, key, diagnostics)
  }

  private init(
    _ named: [DownloadReference], _ input: consuming RecordInput?, _ key: Field?,
    _ diagnostics: Diagnostics
  ) {
    self.named = named[...]
    self.input = input
    self.key = key
    self.diagnostics = diagnostics
  }

  /// Whether all have been given.
  var isAtEnd: Bool { named.isEmpty && descriptors.isEmpty }

  /// What to wait for until there may be more.
  var descriptors: [Int32] {
    switch input {
    case .some(let input): input.isAtEnd ? [] : [input.descriptorNumber]
    case .none: []
    }
  }

  /// The next, if it can be had without waiting.
  mutating func next() throws -> DownloadReference? {
    while let reference = try named.popFirst() ?? read() {
      if seen.insert(reference).inserted { return reference }
    }
    return nil
  }

  private mutating func read() throws -> DownloadReference? {
    guard let key, var records = input.take() else { return nil }
    let reference = try Self.read(&records, key, diagnostics)
    input = consume records
    return reference
  }

  private static func read(
    _ records: inout RecordInput, _ key: Field, _ diagnostics: Diagnostics
  ) throws -> DownloadReference? {
    while let record = try records.nextIfReady() {
      let text = record.text(of: key)?.string
      if let reference = text.flatMap({ DownloadReference($0) }) { return reference }
      let what = text.map { "'\($0)' is neither the key nor the DOI of a download" }
      diagnostics.report(.badInput, what ?? "a record lacks 'key'")
    }
    return nil
  }

  /// Says what there is to say about lines that were no records.
  consuming func finish() throws { try input.take()?.finish() }
}
