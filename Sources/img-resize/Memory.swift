import ByteStreams
import ImageRecords
import Journals
import Pixels
import Records

/// What earlier runs made, and this one.
struct Memory: ~Copyable {
  private var journal: Journal
  private var reader = EntryReader()
  private let target: TargetFolder
  /// How pictures are made now.
  private let manner: String
  private var number = 0

  /// Opens the journal below the folder of the new pictures.
  static func open(_ target: TargetFolder, _ resizing: Resizing) throws -> Memory {
    try Directory.create(for: target.journal)
    return Memory(try .open(target.journal, keyedBy: "name"), target, resizing)
  }

  private init(_ journal: consuming Journal, _ target: TargetFolder, _ resizing: Resizing) {
    self.journal = journal
    self.target = target
    manner = resizing.manner
  }

  /// The new picture of this name where it is there as it was left, or was sent away, and would
  /// be made again of the same file in the same manner.
  mutating func recall(_ name: String, of source: FileState) throws -> PictureFile? {
    guard let line = try journal.entry(of: name), let entry = reader.read(line, of: name),
      entry.source == source, entry.manner == manner
    else { return nil }
    let present = FileState(of: target.name(of: name))
    guard present == entry.state || present == nil && entry.isSent else { return nil }
    journal.removeLeftovers(of: name)
    return entry.picture
  }

  /// The order to make it.
  mutating func order(_ name: String, of path: String, at place: String) throws -> ResizeOrder {
    number += 1
    return ResizeOrder(
      path: path, place: place, name: name,
      unfinished: "\(journal.unfinishedPrefix(of: name))\(number)",
      isOwn: try journal.entry(of: name).flatMap { reader.read($0, of: name) } != nil,
      leftovers: journal.leftovers(of: name))
  }

  /// Keeps that a picture was made.
  mutating func keep(_ picture: PictureFile, of source: FileState, _ state: FileState) throws {
    let entry = Entry(picture: picture, source: source, manner: manner, state: state)
    try journal.append(entry.json, of: picture.path)
    journal.removeLeftovers(of: picture.path)
  }
}

extension Resizing {
  /// All that decides what becomes of a picture, in one word.
  fileprivate var manner: String {
    let sides = [size.maxSide, size.minSide].map { $0.map(String.init) ?? "" }
    return "1:\(format.rawValue):\(quality):\(sides[0]):\(sides[1]):\(size.enlarges ? "+" : "")"
  }
}
