// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "eduai",
  products: [
    .library(
      name: "EduAI", targets: ["HanText", "Pages", "Entities", "Corpus", "Report", "Training"]),
    .executable(name: "eduai", targets: ["eduai"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // C libraries, each behind an opaque shim: nothing but the shim's own .c files includes their headers.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "CXLSX", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"], linkerSettings: [.linkedLibrary("xml2")]),
    // Lexicons and models of `Data/`, embedded in the program by C's #embed.
    .target(name: "CData"),
    // One instruction that Swift has no name for.
    .target(name: "CPrefetch"),

    .target(name: "HanText", dependencies: ["CICU", "CData"]),
    .target(name: "Pages", dependencies: ["HanText", "CXML", "CZlib", "CData"]),
    .target(name: "Entities", dependencies: ["HanText", "Pages", "CData", "CPrefetch"]),
    .target(
      name: "Corpus", dependencies: ["HanText", "Pages", "Entities", "CSQLite", "CXLSX"]),
    .target(name: "Report", dependencies: ["HanText", "Corpus"]),
    .target(name: "Training", dependencies: ["HanText", "Pages", "Entities", "Corpus"]),
    .executableTarget(
      name: "eduai",
      dependencies: [
        "HanText", "Pages", "Entities", "Corpus", "Report", "Training",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "HanTextTests", dependencies: ["HanText", "TestSupport"]),
    .testTarget(name: "PagesTests", dependencies: ["Pages"]),
    .testTarget(
      name: "EntitiesTests", dependencies: ["Entities", "TestSupport"], exclude: ["Golden"]),
    .testTarget(name: "CorpusTests", dependencies: ["Corpus", "TestSupport"]),
    .testTarget(name: "ReportTests", dependencies: ["Report", "Corpus"]),
    .testTarget(name: "TrainingTests", dependencies: ["Training"]),
    .testTarget(name: "EndToEndTests", dependencies: ["eduai", "TestSupport"]),
    .testTarget(
      name: "DesktopTests", dependencies: ["eduai", "Corpus", "Entities", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
