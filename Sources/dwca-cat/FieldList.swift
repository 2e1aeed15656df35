import ArgumentParser
import Records

/// Fields as `--fields` takes them: `gbifID,speciesKey,media.identifier`.
struct FieldList: ExpressibleByArgument {
  let paths: [FieldPath]

  init?(argument: String) {
    let paths = argument.split(separator: ",").map { FieldPath($0) }
    guard !paths.isEmpty, paths.allSatisfy({ $0 != nil }) else { return nil }
    self.paths = paths.compactMap(\.self)
  }
}
