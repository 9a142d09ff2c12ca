import Foundation
import Testing

@testable import HanText

@Suite("Generated script tables")
struct GeneratedTablesTests {
  @Test(
    "both sides of a line are as long as each other, and keys ascend",
    arguments: ["script-simplified", "script-traditional"])
  func lines(name: String) {
    let table =
      name == "script-simplified"
      ? EmbeddedData.scriptSimplified : EmbeddedData.scriptTraditional
    var previous: Scalars = []
    var count = 0
    var faults: [String] = []
    TableLines.forEach(in: table) { fields in
      count += 1
      let fits = fields.count == 2 && fields[0].count == fields[1].count
      if !fits || !previous.lexicographicallyPrecedes(fields[0]) {
        faults.append(String(scalars: fields[0]))
      }
      previous = fields[0]
    }
    #expect(faults.isEmpty)
    #expect(count > 4000)
  }

  /// Folder of the dictionaries and program that the generator needs.
  private static let dictionaries = "/usr/share/opencc"
  private static let hasGenerator =
    ["/usr/bin/opencc_dict", "/usr/bin/python3", dictionaries + "/TSCharacters.ocd2"]
    .allSatisfy { FileManager.default.fileExists(atPath: $0) } && openCCVersion.hasPrefix("1.1.6")

  /// Version of Debian's data package; another version has other words.
  private static let openCCVersion: String = {
    let status = (try? String(contentsOfFile: "/var/lib/dpkg/status", encoding: .utf8)) ?? ""
    let package = status.components(separatedBy: "\n\n").first {
      $0.hasPrefix("Package: libopencc-data\n")
    }
    let line = package?.split(separator: "\n").first { $0.hasPrefix("Version: ") }
    return line.map { String($0.dropFirst("Version: ".count)) } ?? ""
  }()

  @Test(
    "are what the generator makes of OpenCC's data",
    .enabled(if: hasGenerator, "OpenCC 1.1.6's data and tools are not installed"))
  func current() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../..").standardizedFileURL
    let output = FileManager.default.temporaryDirectory.appending(
      path: "tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      root.appending(path: "scripts/make-script-tables.py").path, Self.dictionaries, output.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path).sorted()
    #expect(names.count == 4)
    for name in names {
      let made = try Data(contentsOf: output.appending(path: name))
      let committed = try Data(contentsOf: root.appending(path: "Data").appending(path: name))
      #expect(made == committed, "\(name) is out of date: run scripts/make-script-tables.py")
    }
  }
}
