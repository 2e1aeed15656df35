/// Makes a descriptor of the XML of meta.xml (text guide, section 2).
///
/// Element names are taken in any case and any namespace; attributes that are absent have the
/// guide's defaults.
struct DescriptorParser {
  /// More names than this a message does not list.
  private static let listed = 8

  /// The archive and the member, for messages.
  let archive: String
  let member: String

  private(set) var warnings: [String] = []

  init(archive: String, member: String) {
    self.archive = archive
    self.member = member
  }

  /// Reads a whole descriptor.
  static func parse(
    _ document: [UInt8], archive: String, member: String
  ) throws(DarwinCoreError) -> ArchiveDescriptor {
    var parser = DescriptorParser(archive: archive, member: member)
    switch XMLParser.parse(document) {
    case .success(let root): return try parser.descriptor(root)
    case .failure(let fault): throw parser.fault(fault.reason)
    }
  }

  private func fault(_ reason: String) -> DarwinCoreError {
    DarwinCoreError(archive, member: member, reason)
  }

  private mutating func descriptor(_ root: XMLElement) throws(DarwinCoreError) -> ArchiveDescriptor
  {
    if root.name == "stararchive" {
      throw fault("<starArchive> is a draft from before the standard, and is not read")
    }
    guard root.name == "archive" else { throw fault("<\(root.name)> is no <archive>") }
    let cores = root.children(named: "core")
    guard cores.count == 1 else { throw fault("\(cores.count) <core> elements, not one") }
    var core = try table(cores[0], id: "id")
    var extensions = [TableDescriptor]()
    for element in root.children(named: "extension") {
      extensions.append(try table(element, id: "coreid"))
    }
    try checkIDs(&core, &extensions)
    return ArchiveDescriptor(
      core: core, extensions: extensions, metadata: root.attributes["metadata"],
      warnings: warnings)
  }

  /// With extensions there must be something to join by: what `<id>` and `<coreid>` say, else
  /// a term of an identifier that core and extension share.
  private mutating func checkIDs(
    _ core: inout TableDescriptor, _ extensions: inout [TableDescriptor]
  ) throws(DarwinCoreError) {
    for index in extensions.indices where core.idIndex == nil || extensions[index].idIndex == nil {
      let name = extensions[index].rowType.name
      guard let shared = core.sharedIdentifier(with: extensions[index]) else {
        let what = core.idIndex == nil ? "the core has no <id" : "extension \(name) has no <coreid"
        throw fault("\(what) index>, so that they can't be joined")
      }
      warnings.append("\(member): \(name) is joined by \(shared.term.name), for want of an id")
      (core.idIndex, extensions[index].idIndex) = (shared.core, shared.extension)
    }
  }

  private mutating func table(
    _ element: XMLElement, id: String
  ) throws(DarwinCoreError) -> TableDescriptor {
    let rowType = Term(element.trimmedAttribute("rowtype") ?? "")
    let locations = element.children(named: "files").flatMap { $0.children(named: "location") }
    var table = TableDescriptor(
      rowType: rowType, locations: locations.map(\.trimmedText).filter { !$0.isEmpty })
    if table.locations.isEmpty {
      throw fault("<\(element.name)> \(rowType.name) has no <location>")
    }
    table.dialect = try dialect(element)
    table.hasDelimiter = element.attributes["fieldsterminatedby"] != nil
    table.encoding = try encoding(element)
    // A number that is none is passed over, as the reference implementation does.
    table.headerLines = max(0, Int(element.trimmedAttribute("ignoreheaderlines") ?? "") ?? 0)
    if let id = element.children(named: id).first { table.idIndex = try index(of: id) }
    table.fields = try fields(element)
    return table
  }

  private func dialect(_ element: XMLElement) throws(DarwinCoreError) -> Dialect {
    var dialect = Dialect()
    if let byte = try value("fieldsTerminatedBy", element, Dialect.delimiter) {
      dialect.delimiter = byte
    }
    if let byte = try value("linesTerminatedBy", element, Dialect.terminator) {
      dialect.terminator = byte
    }
    if let byte = try value("fieldsEnclosedBy", element, Dialect.enclosure) {
      dialect.enclosure = byte
    }
    return dialect
  }

  /// What `read` makes of an attribute; `nil` where it is absent.
  private func value<Value>(
    _ name: String, _ element: XMLElement, _ read: (String) -> Value?
  ) throws(DarwinCoreError) -> Value? {
    guard let text = element.attributes[name.lowercased()] else { return nil }
    guard let value = read(text) else { throw fault("\(name)=\"\(text)\" is not one character") }
    return value
  }

  private func encoding(_ element: XMLElement) throws(DarwinCoreError) -> TextEncoding {
    let name = element.attributes["encoding"] ?? ""
    guard let encoding = TextEncoding(named: name) else { throw fault("unknown encoding \(name)") }
    return encoding
  }

  /// Where no field says where its cell is, the cells are in the order of the fields.
  private mutating func fields(
    _ element: XMLElement
  ) throws(DarwinCoreError) -> [TableDescriptor.Field] {
    var fields = [TableDescriptor.Field]()
    for element in element.children(named: "field") {
      guard let uri = element.trimmedAttribute("term"), !uri.isEmpty else {
        throw fault("a <field> has no term")
      }
      fields.append(
        TableDescriptor.Field(
          term: Term(uri), index: try index(of: element),
          defaultValue: element.attributes["default"].flatMap { $0.isEmpty ? nil : $0 }))
    }
    if fields.allSatisfy(\.isEmpty) {
      for position in fields.indices { fields[position].index = position }
    }
    let empty = fields.filter(\.isEmpty).prefix(Self.listed).map(\.term.name)
    if !empty.isEmpty {
      let names = empty.joined(separator: ", ")
      let reason = "have neither an index nor a default, and are left out"
      warnings.append("\(member): the fields \(names) \(reason)")
    }
    return fields
  }

  private func index(of element: XMLElement) throws(DarwinCoreError) -> Int? {
    guard let text = element.trimmedAttribute("index") else { return nil }
    guard let index = Int(text), 0..<TableDescriptor.maximumColumns ~= index else {
      throw fault("<\(element.name) index=\"\(text)\"> is no column number")
    }
    return index
  }
}
