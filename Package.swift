// swift-tools-version: 6.2
// gbifxdl: from a GBIF predicate to a training set, in pipes.

import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableExperimentalFeature("Lifetimes"),
]

/// A C library of the system: a module map and a header shim, found by pkg-config.
func systemLibrary(_ name: String, pkgConfig: String?, debian: String?) -> Target {
  .systemLibrary(
    name: name, path: "Sources/\(name)", pkgConfig: pkgConfig,
    providers: debian.map { [.apt([$0])] })
}

/// One layer of the core, in a folder of its own under Sources/Core.
func layer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Core/\(name)", swiftSettings: settings)
}

/// A capability beside the core.
func capability(
  _ name: String, _ dependencies: [Target.Dependency], data: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: data.map { .embedInCode($0) },
    swiftSettings: settings)
}

/// A filter: its options and its stations.
func tool(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies + ["Invocation", argumentParser],
    swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let tools: [Target.Dependency] = [
  "dwca-cat", "gbif-post", "gbif-search", "gbif-wait", "img-check", "img-dedup", "img-fetch",
  "img-pack", "img-put", "img-resize", "occ-filter", "occ-split",
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "gbifxdl",
  products: [
    .library(
      name: "Core",
      targets: [
        "ByteStreams", "Records", "Threads", "Transfers", "Fetching", "Journals", "Invocation",
      ]),
    .executable(name: "gbif-post", targets: ["gbif-post"]),
    .executable(name: "gbif-wait", targets: ["gbif-wait"]),
    .executable(name: "gbif-search", targets: ["gbif-search"]),
    .executable(name: "dwca-cat", targets: ["dwca-cat"]),
    .executable(name: "occ-filter", targets: ["occ-filter"]),
    .executable(name: "occ-split", targets: ["occ-split"]),
    .executable(name: "img-fetch", targets: ["img-fetch"]),
    .executable(name: "img-check", targets: ["img-check"]),
    .executable(name: "img-resize", targets: ["img-resize"]),
    .executable(name: "img-dedup", targets: ["img-dedup"]),
    .executable(name: "img-pack", targets: ["img-pack"]),
    .executable(name: "img-put", targets: ["img-put"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    systemLibrary("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
    systemLibrary("CZstd", pkgConfig: "libzstd", debian: "libzstd-dev"),
    systemLibrary("CArchive", pkgConfig: "libarchive", debian: "libarchive-dev"),
    systemLibrary("CExpat", pkgConfig: "expat", debian: "libexpat1-dev"),
    systemLibrary("CPCRE2", pkgConfig: "libpcre2-8", debian: "libpcre2-dev"),
    systemLibrary("CSIMD", pkgConfig: nil, debian: nil),
    systemLibrary("CMalloc", pkgConfig: nil, debian: nil),
    systemLibrary("CEpoll", pkgConfig: nil, debian: nil),
    systemLibrary("CCurl", pkgConfig: "libcurl", debian: "libcurl4-openssl-dev"),
    systemLibrary("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
    systemLibrary("CTurboJPEG", pkgConfig: "libturbojpeg", debian: "libturbojpeg0-dev"),
    systemLibrary("CVips", pkgConfig: nil, debian: "libvips-dev"),
    systemLibrary("CIdn2", pkgConfig: "libidn2", debian: "libidn2-dev"),

    layer("ByteStreams", ["CZlib", "CZstd"]),
    layer("Records", ["ByteStreams", "CSIMD"]),
    layer("Invocation", ["ByteStreams", "Records", argumentParser]),

    layer("Threads", []),
    layer("Transfers", ["CCurl", "CEpoll"]),
    layer(
      "Fetching", ["ByteStreams", "CMalloc", "Digests", "Records", "Threads", "Transfers"]),
    layer("Journals", ["ByteStreams", "Records"]),

    capability("Archives", ["ByteStreams", "CArchive", "CZlib"]),
    capability("ClassMaps", ["Records"]),
    capability("DarwinCore", ["Archives", "ByteStreams", "CExpat", "CSIMD", "Records"]),
    capability("Digests", ["CCrypto"]),
    capability("FileNames", ["Digests"]),
    capability("GBIF", ["ByteStreams", "Records"], data: ["search-keys.tsv", "vocabularies.tsv"]),
    capability("GBIFClient", ["Fetching", "GBIF", "Invocation", "Network", argumentParser]),
    capability("Geometry", []),
    capability("Hosts", ["Fetching", "Invocation"], data: ["hosts.tsv"]),
    capability(
      "ImageRecords", ["ByteStreams", "Digests", "Images", "Invocation", "Records", "Threads"]),
    capability("Images", []),
    capability("Network", ["ByteStreams", "Invocation", "Transfers", argumentParser]),
    capability("Pixels", ["CTurboJPEG", "CVips", "Digests", "Images"]),
    capability("Predicates", ["GBIF", "Geometry", "Records", "RegularExpressions", "Values"]),
    capability("PredicateOptions", ["Invocation", "Predicates", argumentParser]),
    capability("RegularExpressions", ["CPCRE2"]),
    capability("Similarity", []),
    capability("SizeVariants", []),
    capability("Sorting", ["ByteStreams"]),
    capability("Values", ["CIdn2", "Records", argumentParser]),

    tool("gbif-post", ["Fetching", "GBIF", "GBIFClient", "PredicateOptions", "Predicates"]),
    tool("gbif-wait", ["Archives", "Fetching", "GBIF", "GBIFClient"]),
    tool("gbif-search", ["GBIF", "GBIFClient", "PredicateOptions", "Predicates"]),
    tool("dwca-cat", ["Archives", "DarwinCore"]),
    tool("occ-filter", ["GBIF", "PredicateOptions", "Predicates", "Values"]),
    tool("occ-split", ["ClassMaps", "Values"]),
    tool(
      "img-fetch",
      [
        "Digests", "Fetching", "FileNames", "Hosts", "ImageRecords", "Images", "Journals",
        "Network", "SizeVariants", "Values",
      ]),
    tool(
      "img-check",
      ["ImageRecords", "Images", "Journals", "Pixels", "Sorting", "Threads"]),
    tool(
      "img-resize",
      ["Digests", "FileNames", "ImageRecords", "Images", "Journals", "Pixels", "Threads"]),
    tool(
      "img-dedup",
      ["Digests", "ImageRecords", "Images", "Pixels", "Similarity", "Threads", "Values"]),
    tool(
      "img-pack",
      [
        "Archives", "ClassMaps", "Digests", "FileNames", "ImageRecords", "Images", "Sorting",
        "Threads", "Values",
      ]),
    tool(
      "img-put", ["Fetching", "ImageRecords", "Images", "Journals", "Network", "Threads"]),

    .executableTarget(
      name: "similarity-benchmark", dependencies: ["Similarity"],
      path: "scripts/benchmarks/similarity", swiftSettings: settings),

    .target(name: "Trials", path: "Tests/Trials", swiftSettings: settings),
    .target(name: "StandIn", path: "Tests/StandIn", swiftSettings: settings),
    tests("ArchivesTests", ["Archives", "ByteStreams"]),
    tests("ByteStreamsTests", ["ByteStreams", "Trials"]),
    tests("DarwinCoreTests", ["Archives", "ByteStreams", "DarwinCore", "Trials"]),
    tests("RecordsTests", ["Records", "Trials"]),
    tests("ThreadsTests", ["Threads", "Trials"]),
    tests("GeometryTests", ["Geometry", "Trials"]),
    tests("ImagesTests", ["Images", "Trials"]),
    tests("TransfersTests", ["StandIn", "Transfers"]),
    tests("FetchingTests", ["ByteStreams", "Fetching", "StandIn", "Transfers", "Trials"]),
    tests("HostsTests", ["Fetching", "Hosts"]),
    tests("JournalsTests", ["ByteStreams", "Journals", "Trials"]),
    tests(
      "ImgFetchTests",
      [
        "ByteStreams", "Fetching", "FileNames", "Hosts", "ImageRecords", "Images", "Records",
        "SizeVariants", "Transfers", "img-fetch",
      ]),
    tests(
      "ImgPutTests",
      ["ByteStreams", "Fetching", "Images", "StandIn", "Transfers", "img-put"]),
    tests("ImgResizeTests", ["Images", "img-resize"]),
    tests("PredicatesTests", ["GBIF", "Predicates", "Records", "Trials", "Values"]),
    tests("ImgPackTests", ["Values", "img-pack"]),
    tests("InvocationTests", ["Invocation"]),
    tests(
      "OccFilterTests",
      ["ByteStreams", "Invocation", "Records", "Trials", "occ-filter", argumentParser]),
    tests("ClassMapsTests", ["ClassMaps", "Trials"]),
    tests(
      "OccSplitTests",
      ["ByteStreams", "Invocation", "Records", "Trials", "occ-split", argumentParser]),
    tests("ValuesTests", ["Archives", "Records", "Trials", "Values"]),
    tests(
      "GBIFTests",
      [
        "ByteStreams", "Fetching", "GBIF", "GBIFClient", "Invocation", "Network", "Predicates",
        "StandIn", "Transfers",
      ] + tools),
    tests("PixelsTests", ["Images", "Pixels", "Trials"]),
    tests("SimilarityTests", ["Similarity", "Trials"]),
    tests("SortingTests", ["Sorting", "Trials"]),
    tests("SizeVariantsTests", ["SizeVariants", "Transfers", "Trials"]),
    tests("ToolTests", tools),
  ]
)
