import ByteStreams
import FileNames
import Values

/// How shards are called: `shard-%06d.tar`, with a place for the number in the file's name.
///
/// With `--by` the value has the place that `{FIELD}` names, and else comes first in the file's
/// name, with a dash behind it.
struct ShardPattern: Equatable {
  /// A longer value is cut.
  private static let longestValue = 80

  /// What stands before the number, cut where the value of `--by` has its place.
  private let starts: [String]
  private let digits: Int
  private let end: String
  /// `{FIELD}`.
  private let place: String?

  /// Reads a pattern; `nil` where the file's name has not one place for the number, or is not that
  /// of a tar, or where a number could be taken for a part of the value before it.
  init?(_ text: String, by field: FieldExpression?, zstd: Bool) {
    let pieces = text.split(separator: "%", omittingEmptySubsequences: false)
    guard pieces.count == 2, text.fileName.contains("%"),
      let end = pieces[1].firstIndex(of: "d"), ShardNames.ends.contains(where: text.hasSuffix)
    else { return nil }
    let width = pieces[1][..<end]
    guard width.isEmpty || width.first == "0" && 1...12 ~= (Int(width) ?? 0) else { return nil }
    digits = Int(width) ?? 1
    let suffix = String(pieces[1][end...].dropFirst())
    self.end = zstd && !suffix.hasSuffix(".zst") ? suffix + ".zst" : suffix
    place = field.map { "{\($0)}" }
    starts = place.map { Self.cut(pieces[0], at: $0) } ?? [String(pieces[0])]
    if let last = starts.dropFirst().last, last.allSatisfy(\.isWholeNumber) { return nil }
  }

  /// Where there is no place for the value, one is made.
  private static func cut(_ start: Substring, at place: String) -> [String] {
    let parts = start.split(separator: place, omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1 { return parts }
    return [String(start.folderPath), "-" + start.fileName]
  }

  /// The names of the shards of a value, as `value(of:)` gives it.
  func names(of value: String) -> ShardNames {
    ShardNames(start: starts.joined(separator: value), digits: digits, end: end)
  }

  /// What stands for a value in names: values that look alike there have their shards together.
  static func value(of text: String?) -> String {
    FileNamePart.safe(text, longest: longestValue)
  }
}

/// The names of the shards of one sequence.
struct ShardNames: Equatable {
  let start: String
  let digits: Int
  let end: String

  /// The shard of this number, from 0.
  func shard(_ number: Int) -> String {
    let text = String(number)
    return start + String(repeating: "0", count: max(0, digits - text.count)) + text + end
  }

  /// Their index: `index` in place of the number, and `.json` for what is behind the first dot.
  var index: String { "\(start)index\(end.prefix { $0 != "." }).json" }

  /// The folder in which they lie, with a slash behind it; empty for the working directory.
  var folder: String { String(start.folderPath) }

  /// What the names of shards end with, by how they are compressed.
  static let ends = [".tar", ".tar.gz", ".tar.zst"]

  /// The names of the same shards if they were compressed otherwise.
  var others: [ShardNames] {
    guard let own = Self.ends.first(where: end.hasSuffix) else { return [] }
    let rest = end.dropLast(own.count)
    return Self.ends.filter { $0 != own }
      .map { ShardNames(start: start, digits: digits, end: rest + $0) }
  }

  /// The number of a shard, by what it is called in its folder; `nil` for other files.
  func number(of file: String) -> Int? {
    let (start, end) = (start.fileName.utf8, end.utf8)
    guard file.utf8.count > start.count + end.count, file.utf8.starts(with: start) else {
      return nil
    }
    let digits = String(Substring(file.utf8.dropFirst(start.count).dropLast(end.count)))
    return Int(digits).flatMap { shard($0).fileName.utf8.elementsEqual(file.utf8) ? $0 : nil }
  }
}
