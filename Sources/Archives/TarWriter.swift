public import ByteStreams
internal import CArchive

/// A tar in the making: members go in, one after the other, and nothing of the machine or the
/// hour on which it is made.
///
/// It is a ustar (POSIX.1-1988) with an extended header (POSIX.1-2001) only for what does not fit,
/// such as 8 GiB and more. All members are regular files of mode 0644 and time 0, of nobody.
@safe public struct TarWriter: ~Copyable {
  private let handle: OpaquePointer
  private let entry: OpaquePointer
  private let outlet: TarOutlet

  /// A tar without members that goes to `sink`.
  /// - Throws: `StreamError`.
  public static func create(_ sink: consuming ByteSink) throws(StreamError) -> TarWriter {
    let outlet = TarOutlet(sink)
    guard let handle = unsafe archive_write_new(), let entry = unsafe archive_entry_new() else {
      throw StreamError(.inputOutput, outlet.name, "out of memory")
    }
    let writer = unsafe TarWriter(handle, entry, outlet)
    try writer.open()
    return writer
  }

  @unsafe
  private init(_ handle: OpaquePointer, _ entry: OpaquePointer, _ outlet: TarOutlet) {
    unsafe (self.handle, self.entry) = unsafe (handle, entry)
    self.outlet = outlet
  }

  deinit {
    // One that was not finished must not get the blocks that end a tar.
    unsafe archive_write_fail(handle)
    unsafe archive_write_free(handle)
    unsafe archive_entry_free(entry)
  }

  /// The outlet gathers what is written, so that libarchive need not.
  private func open() throws(StreamError) {
    try unsafe check(archive_write_set_format_pax_restricted(handle))
    try unsafe check(archive_write_set_bytes_per_block(handle, 0))
    let context = unsafe Unmanaged.passUnretained(outlet).toOpaque()
    try unsafe check(archive_write_open(handle, context, nil, TarOutlet.write, nil))
  }

  /// Begins a member of `size` bytes, which are to follow; its name is ASCII.
  public func begin(_ name: String, size: Int) throws(StreamError) {
    unsafe archive_entry_clear(entry)
    unsafe archive_entry_set_pathname(entry, name)
    unsafe archive_entry_set_regular_file(entry)
    unsafe archive_entry_set_perm(entry, 0o644)
    unsafe archive_entry_set_size(entry, la_int64_t(size))
    unsafe archive_entry_set_mtime(entry, 0, 0)
    try unsafe check(archive_write_header(handle, entry))
  }

  /// Adds bytes to the member that was begun last.
  public func append(_ bytes: borrowing Span<UInt8>) throws(StreamError) {
    if bytes.isEmpty { return }
    let written = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe archive_write_data(handle, bytes.baseAddress, bytes.count)
    }
    // More than the member was to have is cut off.
    if written != bytes.count { throw lastError("a member is longer than its header says") }
  }

  /// Adds a member with these bytes.
  public func append(_ name: String, _ bytes: borrowing Span<UInt8>) throws(StreamError) {
    try begin(name, size: bytes.count)
    try append(bytes)
  }

  /// Writes what has come together, the last member to its end, so that it is seen downstream.
  public func flush() throws(StreamError) {
    try unsafe check(archive_write_finish_entry(handle))
    try outlet.flush()
  }

  /// Writes the blocks that end a tar, and gives a file its name.
  ///
  /// Without this the tar is left without an end, and a file that waits for its name goes away.
  public consuming func finish() throws(StreamError) {
    try unsafe check(archive_write_finish_entry(handle))
    try unsafe check(archive_write_close(handle))
    try outlet.finish()
  }

  /// The one place where a code of libarchive is looked at.
  private func check(_ code: CInt) throws(StreamError) {
    if code != ARCHIVE_OK { throw lastError("can't be written") }
  }

  private func lastError(_ fallback: String) -> StreamError {
    if let error = outlet.error { return error }
    let text = unsafe archive_error_string(handle).map { unsafe String(cString: $0) }
    return StreamError(.inputOutput, outlet.name, text ?? fallback)
  }
}
