/// A field that was asked for: where a scanner keeps it.
public struct Field: Hashable, Sendable {
  let node: Int
}
