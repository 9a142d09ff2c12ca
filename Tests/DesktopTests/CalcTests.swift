import Foundation
import Testing

/// Opens what the program writes in LibreOffice Calc and writes it back; run by `make test-apps`.
@Suite struct CalcTests {
  private let office = URL(fileURLWithPath: "/usr/bin/soffice")

  private var checkout: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  private func run(_ tool: URL, _ arguments: [String], output: URL? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    if let output {
      try Data().write(to: output)
      process.standardOutput = try FileHandle(forWritingTo: output)
    } else {
      process.standardOutput = FileHandle.nullDevice
    }
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The rows of an RFC 4180 file.
  private func rows(_ file: URL) throws -> [[String]] {
    var rows: [[String]] = [[]]
    var field: [UInt8] = []
    var isQuoted = false
    var bytes = Array(try Data(contentsOf: file))
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var index = 0
    func endField() {
      rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
      field = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          field.append(0x22)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          field.append(byte)
        }
      } else {
        switch byte {
        case 0x22: isQuoted = true
        case 0x2C: endField()
        case 0x0D: break
        case 0x0A:
          endField()
          rows.append([])
        default: field.append(byte)
        }
      }
      index += 1
    }
    return rows.filter { !$0.isEmpty }
  }

  /// Comma, double quote, UTF-8, from line 1, quoted fields as text, no special numbers guessed.
  private let inFilter = "CSV:44,34,76,1,,0,true,false,false"
  private let outFilter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"

  @Test(arguments: ["mentions", "documents", "people", "institutions", "figures", "relations"])
  func everyCellComesBackAsItWentIn(table: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let back = folder.appendingPathComponent("back")
    try FileManager.default.createDirectory(at: back, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    // The corpus, and names and texts made to hurt a spreadsheet.
    let hostile = folder.appendingPathComponent("=1+1,\"x\".txt")
    try "=HYPERLINK(\"http://x\") 的标题\n全市共有3,480所学校，增长-5%，“引号”，共1.50亿元。\n".write(
      to: hostile, atomically: true, encoding: .utf8)
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("eduai")
    let csv = folder.appendingPathComponent("table.csv")
    let articles = checkout.appendingPathComponent("corpus/articles")
    #expect(
      try run(
        program, ["extract", articles.path, hostile.path, "--table", table], output: csv) == 0)
    let profile = "-env:UserInstallation=file://\(folder.path)/profile"
    #expect(
      try run(
        office,
        [
          profile, "--headless", "--infilter=\(inFilter)", "--convert-to", outFilter, "--outdir",
          back.path, csv.path,
        ]) == 0)
    let sent = try rows(csv)
    let returned = try rows(back.appendingPathComponent("table.csv"))
    #expect(sent.count > 10)
    #expect(sent.count == returned.count)
    for (a, b) in zip(sent, returned) { #expect(a == b) }
  }
}
