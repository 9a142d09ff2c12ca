import Foundation
import Testing

@testable import Report

/// The policy of the page names its style and script by digest.
@Suite struct PageAssetsTests {
  private func digest(_ bytes: UnsafeRawBufferPointer) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("eduai-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = [file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let digits = output.prefix(64).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 64 else { return "" }
    let digest = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    return "sha256-" + Data(digest).base64EncodedString()
  }

  @Test func digestsAreThoseOfTheFiles() throws {
    #expect(PageAssets.styleDigest.description == (try digest(PageAssets.style)))
    #expect(PageAssets.scriptDigest.description == (try digest(PageAssets.script)))
  }

  @Test func neitherEndsItsElement() {
    for asset in [PageAssets.style, PageAssets.script] {
      let text = String(decoding: asset, as: UTF8.self).lowercased()
      for end in ["</style", "</script", "<!--"] { #expect(!text.contains(end)) }
    }
  }
}
