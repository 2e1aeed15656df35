import ByteStreams
import GBIF
import GBIFClient
import Invocation
import Predicates
import Transfers

/// Reads a list of taxa, and has the names among them looked up by GBIF.
struct TaxonReader: ~Copyable {
  private static let longest = 64 << 20

  private var client: Client
  private let options: GbifPost
  private let diagnostics: Diagnostics

  init(_ options: GbifPost, _ diagnostics: Diagnostics) throws {
    client = try Client.open(options.service.settings)
    self.options = options
    self.diagnostics = diagnostics
  }

  /// The records of the taxa that a file names.
  /// - Throws: `Failure` where there are none, or where a name does not match.
  consuming func predicate(ofTaxaIn path: String) throws -> Predicate {
    let file = try Descriptor.input(path)
    let values = ValueFile.values(in: try file.readAll(limit: Self.longest)).map(\.value)
    if values.isEmpty { throw Failure(.badInput, "\(file.name): no taxon in it") }
    let taxa = values.map { TaxonReference($0) }
    doubtKeys(taxa)
    let keys = try keys(of: taxa, in: file.name)
    guard let taxonKey = SearchKey.named("TAXON_KEY") else { return .and([]) }
    return .isIn(.key(taxonKey), keys, Matching())
  }

  /// The keys, each once, in their order.
  private mutating func keys(of taxa: [TaxonReference], in file: String) throws -> [String] {
    var (keys, known) = ([String](), Set<TaxonReference>())
    var unmatched = 0
    for taxon in taxa where known.insert(taxon).inserted {
      guard let key = try key(of: taxon) else {
        unmatched += 1
        continue
      }
      if known.insert(.key(key)).inserted || taxon == .key(key) { keys.append(key) }
    }
    if keys.isEmpty || unmatched > 0 && !options.source.allowUnmatched {
      let advice = keys.isEmpty ? "" : "; correct them, or leave them out with --allow-unmatched"
      throw Failure(.badInput, "\(file): names that do not match: \(unmatched)\(advice)")
    }
    return keys
  }

  private mutating func key(of taxon: TaxonReference) throws -> String? {
    switch taxon {
    case .key(let key): return key
    case .name(let name):
      let service = options.service.service
      let url = service.match(of: name, in: options.request.checklist)
      let question = Question(.match, about: name, first: options.interval?.duration)
      let match = try TaxonMatch(
        of: name, answer: try client.ask(.call(url), question, diagnostics))
      if match.isMatch || options.source.allowUnmatched {
        diagnostics.say("\(match)")
      } else {
        diagnostics.report(.badInput, "\(match)")
      }
      return match.isMatch ? match.key : nil
    }
  }

  /// Says so where keys seem to be of another checklist than the one they are looked up in.
  private func doubtKeys(_ taxa: [TaxonReference]) {
    let isBackbone = [nil, .backbone].contains(options.request.checklist)
    for case .key(let key) in taxa where TaxonReference.key(key).isOfBackbone != isBackbone {
      guard isBackbone || options.request.checklist == .catalogueOfLife else { return }
      let doubt =
        isBackbone
        ? "no key of GBIF's old backbone, which counts unless --checklist names another"
        : "no key of the Catalogue of Life, it seems: those have letters"
      return diagnostics.say("\(key): \(doubt)")
    }
  }
}
