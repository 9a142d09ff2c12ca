import Foundation

/// Where tests find what SwiftPM built, and the checkout.
package enum BuiltProgram {
  /// The program, which SwiftPM builds beside the test bundle.
  package static var url: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("eduai")
  }

  /// The root of the checkout.
  package static var checkout: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }
}
