/// How far one call of a coder came, in bytes.
struct CodingStep {
  var consumed: Int
  var produced: Int
}
