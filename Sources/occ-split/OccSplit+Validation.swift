import ArgumentParser
import Records
import Values

extension OccSplit {
  /// The most folds that there may be.
  private static let mostFolds = 100

  /// Refuses options that would have no meaning, or two.
  func validate() throws {
    if (set == nil) == (folds == nil) {
      throw ValidationError("take one of --set train=80,val=10,test=10 and --folds 5")
    }
    if let folds, !(2...Self.mostFolds ~= folds) {
      throw ValidationError("--folds takes a number from 2 to \(Self.mostFolds)")
    }
    if let holdOutBelow, holdOutBelow < 1 {
      throw ValidationError("--hold-out-below takes a number from 1 up")
    }
    if stratify != nil, !exact { throw ValidationError("--stratify goes with --exact") }
    if label != nil, holdOutBelow == nil, classMap == nil {
      throw ValidationError("--label goes with --hold-out-below or --class-map")
    }
    if previous.contains("-") { throw ValidationError("--previous takes a file, not '-'") }
    if shares.names.contains(SetNames.heldOut) {
      throw ValidationError("\(SetNames.heldOut) is the set of --hold-out-below")
    }
  }

  /// The sets to draw from.
  var shares: Shares { self.set ?? Shares(folds: folds ?? 1) }

  /// The field that tells the species.
  var species: FieldExpression { label ?? FieldExpression(of: FieldPath(names: ["speciesKey"])) }
}
