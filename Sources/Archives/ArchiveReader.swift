internal import CArchive
internal import Glibc

/// One pass over an archive with libarchive, entry after entry as they lie.
@safe struct ArchiveReader: ~Copyable {
  /// What libarchive accepts here, and what is left to it to find out by the bytes.
  enum Format {
    /// zip and tar, packed or not; anything else is one nameless member.
    case any
    /// zip alone.
    case zip
    /// A plain file, which is its own only member.
    case plain
  }

  /// How often a call that asks for it is repeated.
  private static let retries = 3
  private static let blockSize = 1 << 17

  private let handle: OpaquePointer
  private let blocks: MemberBlocks
  /// What unpacks the file, where it is packed with gzip.
  private let gzip: GzipFile?
  private let name: String
  private var position = -1

  /// Opens the file at `path`, which messages call `name`.
  ///
  /// A zip is read by its central directory.
  /// - Throws: `ArchiveError`.
  static func open(
    _ path: String, named name: String, as format: Format
  ) throws(ArchiveError) -> ArchiveReader {
    _ = memberNamesAreUTF8
    guard let handle = unsafe archive_read_new() else {
      throw ArchiveError(.cannotOpen, name, "out of memory")
    }
    let gzip = GzipFile(path)
    let reader = unsafe ArchiveReader(handle: handle, name: name, gzip)
    try reader.support(format)
    let code =
      unsafe gzip?.open(handle) ?? archive_read_open_filename(handle, path, blockSize)
    if code != ARCHIVE_OK { throw reader.openError }
    return reader
  }

  private init(handle: OpaquePointer, name: String, _ gzip: GzipFile?) {
    unsafe self.handle = unsafe handle
    self.gzip = gzip
    unsafe blocks = MemberBlocks(handle)
    self.name = name
  }

  deinit { unsafe archive_read_free(handle) }

  /// libarchive turns names into the characters of the locale; a program starts in "C", which
  /// has no letters but ASCII's.
  private static let memberNamesAreUTF8 = unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil

  private func support(_ format: Format) throws(ArchiveError) {
    if format == .zip { return try unsafe check(archive_read_support_format_zip_seekable(handle)) }
    try unsafe check(archive_read_support_format_raw(handle))
    try unsafe check(archive_read_support_format_empty(handle))
    if format == .plain { return }
    try unsafe check(archive_read_support_format_zip_seekable(handle))
    try unsafe check(archive_read_support_format_tar(handle))
    try unsafe check(archive_read_support_filter_bzip2(handle))
    try unsafe check(archive_read_support_filter_xz(handle))
    try unsafe check(archive_read_support_filter_zstd(handle))
  }

  /// How many bytes of the file were read so far, before unpacking.
  var bytesRead: Int { unsafe Int(archive_filter_bytes(handle, -1)) }

  /// Goes to the next entry that is a regular file; `nil` at the end.
  mutating func nextMember() throws(ArchiveError) -> ArchiveMember? {
    while let entry = try unsafe nextEntry() {
      position += 1
      blocks.begin()
      if unsafe archive_entry_is_regular_file(entry) == 0 { continue }
      let isSized = unsafe archive_entry_size_is_set(entry) != 0
      return unsafe ArchiveMember(
        name: Self.name(of: entry), size: isSized ? Int(archive_entry_size(entry)) : nil,
        position: position)
    }
    try checkEnd()
    return nil
  }

  /// Behind the last entry the packed bytes have a checksum.
  private func checkEnd() throws(ArchiveError) {
    gzip?.drain()
    if let fault = gzip?.fault { throw ArchiveError(.damaged, name, fault) }
  }

  /// A warning, such as a name in unknown letters, does not hinder the reading of an entry.
  private func nextEntry() throws(ArchiveError) -> OpaquePointer? {
    var entry: OpaquePointer?
    for _ in 0...Self.retries {
      switch unsafe archive_read_next_header(handle, &entry) {
      case ARCHIVE_OK, ARCHIVE_WARN: return unsafe entry
      case ARCHIVE_EOF: return nil
      case ARCHIVE_RETRY: continue
      default: throw lastError(.damaged)
      }
    }
    throw lastError(.damaged)
  }

  private static func name(of entry: OpaquePointer) -> String {
    if let name = unsafe archive_entry_pathname_utf8(entry) { return unsafe String(cString: name) }
    if let name = unsafe archive_entry_pathname(entry) { return unsafe String(cString: name) }
    return ""
  }

  /// Whether what was opened is neither zip nor tar; to be asked after `nextMember`.
  var isSingleFile: Bool {
    let format = unsafe archive_format(handle)
    return format == ARCHIVE_FORMAT_RAW || format == ARCHIVE_FORMAT_EMPTY
  }

  /// Reads bytes of the present member, at most as many as fit; 0 is the end, and then its
  /// checksum was right.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, of member: String
  ) throws(ArchiveError) -> Int {
    guard let count = unsafe blocks.read(into: buffer) else {
      throw lastError(.damaged, member: member)
    }
    return count
  }

  /// The one place where a code is looked at that must be `ARCHIVE_OK`.
  ///
  /// A filter that would need an external program answers with a warning, and is refused.
  private func check(_ code: CInt) throws(ArchiveError) {
    if code != ARCHIVE_OK { throw lastError(.cannotOpen) }
  }

  /// Why it could not be opened: the system's numbers tell of the file, all others of its
  /// bytes.
  private var openError: ArchiveError {
    let code = unsafe archive_errno(handle)
    guard [ENOENT, EACCES, EPERM, ENXIO, ELOOP, EMFILE].contains(code) else {
      return lastError(.damaged)
    }
    let text = unsafe String(cString: strerror(code))
    return ArchiveError(.cannotOpen, name, text.prefix(1).lowercased() + text.dropFirst())
  }

  private func lastError(_ kind: ArchiveError.Kind, member: String? = nil) -> ArchiveError {
    if let fault = gzip?.fault { return ArchiveError(kind, name, member: member, fault) }
    let text = unsafe archive_error_string(handle).map { unsafe String(cString: $0) }
    return ArchiveError(kind, name, member: member, Self.reason(from: text ?? "can't be read"))
  }

  /// libarchive's text in the style of our messages.
  private static func reason(from text: String) -> String {
    let text = text.last == "\n" ? text.dropLast() : text[...]
    let isAcronym = text.dropFirst().first?.isUppercase ?? false
    return isAcronym ? String(text) : text.prefix(1).lowercased() + text.dropFirst()
  }
}
