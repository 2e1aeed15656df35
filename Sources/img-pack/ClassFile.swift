import ByteStreams
import ClassMaps
import Invocation

/// The numbers of labels in a file, which is read when the first is asked for.
///
/// occ-split writes it when it has seen all records: where they are read to the end before the
/// first is packed, one line of a shell may write and use it.
struct ClassFile {
  private static let longest = 1 << 30

  let path: String
  private var map: ClassMap?

  init(_ path: String) { self.path = path }

  /// Reads the file, unless that is done.
  mutating func read() throws {
    if map != nil { return }
    let text = try Descriptor.reading(path).readAll(limit: Self.longest)
    do throws(ClassMapError) {
      map = try ClassMap(json: text)
    } catch {
      throw Failure(.badInput, "\(path): \(error)")
    }
  }

  /// The number of a label, which is UTF-8, in the file that was read.
  func number(of label: [UInt8]) -> Int? { map?[label] }
}
