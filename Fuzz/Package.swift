// swift-tools-version: 6.0
// libFuzzer targets, built by `scripts/fuzz.sh`; stands apart, so that eduai builds without it.
import PackageDescription

let package = Package(
  name: "Fuzz",
  products: [.library(name: "FuzzTargets", type: .static, targets: ["FuzzTargets"])],
  dependencies: [.package(name: "eduai", path: "..")],
  targets: [
    .target(name: "FuzzTargets", dependencies: [.product(name: "EduAI", package: "eduai")])
  ],
  swiftLanguageModes: [.v6]
)
