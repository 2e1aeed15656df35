internal import CExpat

/// Reads a small XML document with expat.
///
/// A document type declaration is refused, so that there are no entities to expand.
@safe final class XMLParser {
  private static let maximumDepth = 64

  private let parser = unsafe XML_ParserCreate("UTF-8")
  /// The elements that are open, the outermost first.
  private var open: [XMLElement] = []
  private var root: XMLElement?
  private var refusal: String?

  deinit { unsafe XML_ParserFree(parser) }

  /// The document's outermost element, or why there is none.
  static func parse(_ document: [UInt8]) -> Result<XMLElement, Fault> {
    let parser = XMLParser()
    parser.install()
    switch XMLText.utf8(document) {
    case .success(let text): return parser.run(text)
    case .failure(let fault): return .failure(fault)
    }
  }

  /// Why a document can't be read, with the line where it is so.
  struct Fault: Error {
    let reason: String
  }

  private func run(_ document: ArraySlice<UInt8>) -> Result<XMLElement, Fault> {
    let status = unsafe document.withUnsafeBytes { bytes in
      let characters = unsafe bytes.bindMemory(to: CChar.self)
      return unsafe XML_Parse(parser, characters.baseAddress, CInt(bytes.count), 1)
    }
    if let refusal { return .failure(Fault(reason: refusal)) }
    guard status == XML_STATUS_OK, let root else { return .failure(fault) }
    return .success(root)
  }

  private var fault: Fault {
    let code = unsafe XML_GetErrorCode(parser)
    let text = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "is empty"
    return unsafe Fault(reason: "line \(XML_GetCurrentLineNumber(parser)): \(text)")
  }

  private func install() {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name = unsafe name else { return }
        unsafe XMLParser.from(context)?.begin(String(cString: name), list(attributes))
      },
      { context, _ in unsafe XMLParser.from(context)?.end() })
    unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
      let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
      unsafe XMLParser.from(context)?.add(String(decoding: bytes, as: UTF8.self))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe XMLParser.from(context)?.refuse("a document type declaration is not allowed")
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLParser? {
    unsafe context.map { unsafe Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(_ name: String, _ attributes: [String: String]) {
    if open.count == Self.maximumDepth { return refuse("elements are nested too deeply") }
    open.append(XMLElement(name: XMLElement.localName(name), attributes: attributes))
  }

  private func end() {
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  private func add(_ text: String) {
    if !open.isEmpty { open[open.count - 1].text += text }
  }

  private func refuse(_ reason: String) {
    refusal = reason
    unsafe XML_StopParser(parser, 0)
  }
}

/// expat's list of names and values in turn, which ends with a null pointer.
private func list(_ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> [String: String] {
  var (result, index) = ([String: String](), 0)
  while let name = unsafe attributes?[index], let value = unsafe attributes?[index + 1] {
    let key = unsafe XMLElement.localName(String(cString: name))
    result[key] = unsafe String(cString: value)
    index += 2
  }
  return result
}
