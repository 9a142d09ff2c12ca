// swift-tools-version: 6.0
// Benchmarks by hand (`make bench`); stands apart, so that eduai builds and tests without it.
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "eduai", path: "..")],
  targets: [
    .executableTarget(
      name: "Bench",
      dependencies: [.product(name: "EduAI", package: "eduai")]),
    // The yardstick: what finding the words alone costs, by ICU.
    .executableTarget(name: "words", linkerSettings: [.linkedLibrary("icuuc")]),
  ],
  swiftLanguageModes: [.v6]
)
