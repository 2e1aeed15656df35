import GBIF
import Predicates
import Records
import Values

/// The fields that were named and that no record had so far: a name with a slip of the pen
/// must not drop everything unsaid.
struct UnseenFields {
  private struct Name {
    let text: String
    /// Any of them will do.
    let fields: [Field]
  }

  private var names: [Name] = []

  init(_ options: OccFilter, _ predicate: Predicate?, _ scanner: inout RecordScanner) {
    for term in predicate?.terms ?? [] { add(term.description, term.paths, &scanner) }
    let lists = options.unique.flatMap(\.expressions)
    for expression in lists + [options.grouping].compactMap({ $0 }) {
      add("\(expression.path)", [expression.path], &scanner)
    }
  }

  private mutating func add(
    _ text: String, _ paths: [FieldPath], _ scanner: inout RecordScanner
  ) {
    if paths.isEmpty || names.contains(where: { $0.text == text }) { return }
    names.append(Name(text: text, fields: paths.map { scanner.field($0) }))
  }

  /// Looks which of them a record has.
  mutating func look(at record: borrowing Record) {
    var index = 0
    while index < names.count {
      if names[index].fields.contains(where: { record.has($0) }) {
        names.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// What there is to say about them.
  var remark: String? {
    if names.isEmpty { return nil }
    let list = names.map(\.text).joined(separator: ", ")
    return "no record has the field\(names.count == 1 ? "" : "s") \(list)"
  }
}
