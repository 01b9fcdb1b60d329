// swift-tools-version: 6.2
// The floors of the house, lowest first: a target imports only targets below it
// (ARCHITECTURE.md has the drawing, scripts/check-floors holds every import against this file).
import PackageDescription

/// Every Swift target is built the same way: Swift 6 language mode, and the upcoming features that
/// make imports and existentials explicit.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// `scripts/sanitize` sets this. It has undefined behaviour of the C kernels reported, for which
/// Swift has no option on Linux, and builds the engine and its tests alone (see the end).
let isSanitized = Context.environment["SPARSESH_SANITIZED"] != nil

/// Kernels are optimised in debug builds too, so that tests stay fast.
let kernelSettings: [CSetting] = [
  .unsafeFlags(["-O3"], .when(configuration: .debug)),
  .unsafeFlags(isSanitized ? ["-fsanitize=undefined", "-fno-sanitize-recover=undefined"] : []),
]

/// The tests of a target; `data` are folders of recorded texts and other files that tests read.
func tests(
  _ target: String, _ more: [Target.Dependency] = [], data: [String] = []
) -> Target {
  .testTarget(
    name: "\(target)Tests", dependencies: [.init(stringLiteral: target), "TestSupport"] + more,
    exclude: data, swiftSettings: settings)
}

let package = Package(
  name: "sparsesh",
  products: [
    .executable(name: "sparsesh", targets: ["sparsesh"]),
    .library(
      name: "SparseTraining",
      targets: [
        "Catalogue", "Sparse", "Datasets", "Networks", "Evolution", "Training", "Analysis",
        "Reports",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Floor 0: C
    .target(name: "CKernels", cSettings: kernelSettings, linkerSettings: [.linkedLibrary("m")]),
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CMatio", linkerSettings: [.linkedLibrary("matio")]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // Not by pkg-config, which names flags that the package manager refuses, of libraries behind ZeroMQ.
    .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),

    // Floors 1 and 2: the self-description; sparse compute; the language
    .target(name: "Catalogue", swiftSettings: settings),
    .target(
      name: "Sparse", dependencies: ["Catalogue", "CKernels"],
      swiftSettings: settings),
    .target(
      name: "Language",
      dependencies: ["Catalogue"], swiftSettings: settings),

    // Floors 3 to 7: the library
    .target(
      name: "Datasets",
      dependencies: [
        "Catalogue", "Sparse", "CZlib", "CZip", "CMatio",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: settings),
    .target(name: "Networks", dependencies: ["Catalogue", "Sparse"], swiftSettings: settings),
    .target(
      name: "Evolution", dependencies: ["Catalogue", "Sparse", "Networks"],
      swiftSettings: settings),
    .target(
      name: "Training",
      dependencies: [
        "Catalogue", "Sparse", "Datasets", "Networks", "Evolution",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: settings),
    .target(
      name: "Analysis",
      dependencies: ["Catalogue", "Sparse", "Datasets", "Networks", "Evolution", "Training"],
      swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: [
        "Catalogue", "Sparse", "Datasets", "Networks", "Evolution", "Training", "Analysis",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: settings),

    // Floor 8: one session; what the machine and the library reach
    .target(
      name: "Workbench",
      dependencies: [
        "Catalogue", "Language", "Sparse", "Datasets", "Networks", "Evolution", "Training",
        "Analysis", "Reports",
      ], swiftSettings: settings),
    .target(
      name: "Benchmarks",
      dependencies: [
        "Catalogue", "CKernels", "Sparse", "Datasets", "Networks", "Evolution", "Training",
        "Reports",
      ], swiftSettings: settings),

    // Floors 9 and 10: the prompt, the notebook kernel and the command
    .target(
      name: "Terminal",
      dependencies: ["Catalogue", "Language", "Training", "Reports", "Workbench", "CReadline"],
      swiftSettings: settings),
    .target(
      name: "Jupyter",
      dependencies: [
        "Catalogue", "Language", "Training", "Reports", "Workbench", "CZeroMQ",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "sparsesh",
      dependencies: [
        "Catalogue", "Language", "Datasets", "Workbench", "Terminal", "Jupyter", "Reports",
        "Benchmarks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),

    // Tests mirror the targets
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("Catalogue"),
    tests("Sparse", ["Catalogue", "CKernels"]),
    tests("Language", ["Catalogue"], data: ["Golden"]),
    tests("Datasets", ["Catalogue", "Sparse", .product(name: "Crypto", package: "swift-crypto")]),
    tests("Networks", ["Catalogue", "Sparse"]),
    tests("Evolution", ["Catalogue", "Sparse", "Networks"]),
    tests("Training", ["Catalogue", "Sparse", "Datasets", "Networks", "Evolution"]),
    tests(
      "Analysis", ["Catalogue", "Sparse", "Datasets", "Networks", "Evolution", "Training"]),
    tests(
      "Reports", ["Catalogue", "Sparse", "Datasets", "Networks", "Training", "Analysis"],
      data: ["Golden"]),
    tests(
      "Workbench",
      ["Catalogue", "Language", "Reports", "Training", "Evolution", "Networks", "Datasets"],
      data: ["Golden"]),
    tests("Benchmarks", ["Catalogue", "Sparse", "Networks", "Reports"]),
    // A prompt over a session that knows no language; the tests drive it on a pseudo-terminal.
    .executableTarget(
      name: "PromptProbe", dependencies: ["Terminal", "Workbench"], path: "Tests/PromptProbe",
      swiftSettings: settings),
    tests("Terminal", ["Workbench", "Language", "Catalogue", "Training", "PromptProbe"]),
    tests("Jupyter", ["Catalogue", "Reports", "Training", "Workbench"]),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "sparsesh"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

// A sanitizer has nothing to look for above the engine, and instrumenting takes long.
if isSanitized {
  let tested: Set = ["Sparse", "Networks", "Evolution", "Training"]
  let built: Set = ["Catalogue", "Datasets", "CKernels", "CMatio", "CZlib", "CZip", "TestSupport"]
  package.products = []
  package.targets.removeAll { target in
    target.isTest
      ? !tested.contains(String(target.name.dropLast("Tests".count)))
      : !tested.union(built).contains(target.name)
  }
}
