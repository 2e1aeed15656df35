/// The version of the kit; all its tools have the same.
public let version = "0.1.0"
