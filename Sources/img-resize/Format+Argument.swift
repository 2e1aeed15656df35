public import ArgumentParser
public import Pixels

/// `--format` takes the names of the formats.
extension Resizing.Format: ExpressibleByArgument {}
