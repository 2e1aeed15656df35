import Glibc
import Testing
import Trials

@testable import ByteStreams

/// Lines into files and pipes.
struct LineWriterTests {
  @Test func `lines are gathered until they are flushed`() throws {
    let ends = PipeEnds()
    var writer = ends.writer
    writer.append("a")
    try writer.endLine()
    #expect(ends.read() == [])
    try writer.flush()
    #expect(ends.read() == Array("a\n".utf8))
    try writer.finish()
    close(ends.reading)
  }

  @Test func `a flush writes whole lines alone`() throws {
    let ends = PipeEnds()
    var writer = ends.writer
    writer.append("a")
    try writer.endLine()
    writer.append("b")
    try writer.flush()
    #expect(ends.read() == Array("a\n".utf8))
    try writer.flush()
    #expect(ends.read() == [])
    try writer.endLine()
    try writer.finish()
    #expect(ends.read() == Array("b\n".utf8))
    close(ends.reading)
  }

  @Test func `the reader flushes before it waits, not while there is more to read`() throws {
    let (input, output) = (PipeEnds(), PipeEnds())
    var reader = LineReader(input.source)
    var writer = output.writer
    input.write("a\nb\n")
    for expected in ["a", "b"] {
      let text = try nextText(&reader, flushing: &writer)
      #expect(text == expected)
      #expect(output.read() == [])
      writer.append(expected)
      try writer.endLine()
    }
    // The third line is only written when the first two were seen downstream.
    let downstream = Background {
      let seen = output.read(isPatient: true)
      input.write("c\n")
      return seen
    }
    let text = try nextText(&reader, flushing: &writer)
    #expect(text == "c")
    #expect(downstream.wait() == Array("a\nb\n".utf8))
    try writer.finish()
  }

  @Test func `an output that does not block gets everything`() throws {
    let ends = PipeEnds()
    stopBlocking(ends.writing)
    let downstream = Background { ends.readAll() }
    var writer = ends.writer
    var expected = ""
    for number in 0..<200_000 {
      writer.append("line \(number)")
      try writer.endLine()
      expected += "line \(number)\n"
    }
    try writer.finish()
    #expect(downstream.wait() == Array(expected.utf8))
  }

  @Test func `an input that does not block is waited for`() throws {
    let ends = PipeEnds()
    stopBlocking(ends.reading)
    let upstream = Background {
      for number in 0..<100 {
        ends.write("line \(number)\n")
        sched_yield()
      }
      close(ends.writing)
    }
    let lines = try lines(LineReader(ends.source))
    #expect(lines.map(\.text) == (0..<100).map { "line \($0)" })
    _ = upstream.wait()
  }

  @Test func `a full disk is an error`() throws {
    var writer = try LineWriter.file("/dev/full")
    writer.append("a")
    try writer.endLine()
    let error = writer.failureOfFinish()
    #expect(error?.kind == .inputOutput)
    #expect(error?.description == "/dev/full: no space left on device")
  }

  @Test func `what failed is not written again`() throws {
    var writer = try LineWriter.file("/dev/full")
    writer.append("a")
    try writer.endLine()
    #expect(throws: StreamError.self) { try writer.flush() }
    try writer.flush()
    try writer.finish()
  }

  @Test func `nobody reading is an error of its own kind`() throws {
    let ends = PipeEnds()
    close(ends.reading)
    var writer = ends.writer
    writer.append("a")
    try writer.endLine()
    #expect(writer.failureOfFinish()?.kind == .closedPipe)
  }
}

/// The text of the next line.
private func nextText(
  _ reader: inout LineReader, flushing writer: inout LineWriter
) throws(StreamError) -> String? {
  guard let line = try reader.next(flushing: &writer) else { return nil }
  return ReadLine(line).text
}

extension LineWriter {
  /// What `finish` throws.
  consuming func failureOfFinish() -> StreamError? {
    do throws(StreamError) {
      try finish()
      return nil
    } catch {
      return error
    }
  }
}
