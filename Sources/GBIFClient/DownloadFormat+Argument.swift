public import ArgumentParser
public import GBIF

extension DownloadFormat: ExpressibleByArgument {}
