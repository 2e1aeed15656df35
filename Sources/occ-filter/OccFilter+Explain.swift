import ByteStreams
import Invocation
import Predicates

extension OccFilter {
  /// Writes what the predicate means to the standard output.
  func print(_ explanation: Explanation) throws {
    var output = try stream.openOutput()
    for line in explanation.lines {
      output.append(line)
      try output.endLine()
    }
    try stream.finish(output)
  }
}
