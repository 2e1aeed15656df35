import ImageRecords
import Threads

/// A record on its way to its shard.
struct Passage: Sendable {
  let line: [UInt8]
  /// The value by which its shards are called.
  let value: String
  let facts: SampleFacts
}

/// Reads the files of records ahead, in threads, as looking at all their bytes takes longer than
/// packing them; gives the records back in their order.
struct ReadingRoom {
  typealias Product = Result<Sample, PictureFault>

  /// Records that wait, for each thread, so that none is idle; and how many bytes of files.
  private static let window = (records: 8, bytes: 64 << 20)

  private let room: WorkRoom<Passage, Product>
  private var waiting = Queue<(Passage, number: Int)>()
  private var bytes = 0

  init(_ maker: SampleMaker) {
    room = WorkRoom(threads: Worker.cores) {
      { passage in
        do throws(PictureFault) {
          return .success(try maker.sample(passage.facts, of: passage.line))
        } catch {
          return .failure(error)
        }
      }
    }
  }

  /// Whether one is to be taken before another is given.
  var isFull: Bool {
    waiting.count >= Self.window.records * room.threads || bytes >= Self.window.bytes
  }

  /// - Throws: `ThreadError` where no thread can be started.
  mutating func give(_ passage: Passage) throws {
    waiting.append((passage, number: try room.give(passage)))
    bytes += passage.size
  }

  /// The record that has been here longest, when its file is read; `nil` where there is none.
  mutating func take() -> (Passage, Product)? {
    guard let (passage, number) = waiting.popFirst() else { return nil }
    bytes -= passage.size
    return (passage, room.take(number))
  }
}

extension Passage {
  /// What it holds at most, by what its record tells.
  fileprivate var size: Int {
    line.count + min(facts.size ?? FileContents.heldAtMost, FileContents.heldAtMost)
  }
}
