/// TIFF: the size in the first directory, the end by where all directories and their strips
/// or tiles lie.
enum TIFFHeader {
  static func read(_ bytes: Span<UInt8>) -> ImageFacts {
    var facts = ImageFacts()
    guard let structure = TIFFStructure(bytes) else { return facts }
    readFirst(structure, &facts)
    var pages = TIFFPages(structure)
    facts.isComplete = pages.allThere()
    return facts
  }

  private static func readFirst(_ structure: TIFFStructure, _ facts: inout ImageFacts) {
    var size: (width: Int?, height: Int?)
    var directory = structure.directory(at: structure.firstDirectory)
    while let entry = directory.next() {
      switch entry.tag {
      case .imageWidth: size.width = structure.value(0, of: entry)
      case .imageLength: size.height = structure.value(0, of: entry)
      case .orientation: facts.orientation = structure.value(0, of: entry)
      default: break
      }
    }
    facts.setSize(size.width, size.height)
  }
}
