import Foundation
import TestSupport
import Testing

/// Real programs of a desktop, and the built program, run as a user runs them.
enum Desktop {
  /// LibreOffice.
  static let office = URL(fileURLWithPath: "/usr/bin/soffice")

  /// The program.
  static var program: URL { BuiltProgram.url }

  /// The root of the checkout.
  static var checkout: URL { BuiltProgram.checkout }

  /// Our own example articles.
  static var articles: URL { checkout.appendingPathComponent("corpus/articles") }

  /// Runs a program to its end; its output goes to a file or nowhere.
  static func run(
    _ tool: URL, _ arguments: [String], output: URL? = nil, errors: URL? = nil
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try output.map(handle) ?? FileHandle.nullDevice
    process.standardError = try errors.map(handle) ?? FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func handle(_ file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  /// Opens a file in LibreOffice and writes it again in another format, in folder `back`.
  static func convert(_ file: URL, _ arguments: [String], to back: URL) throws {
    let profile = "-env:UserInstallation=file://\(back.path)-profile"
    let status = try run(
      office, [profile, "--headless"] + arguments + ["--outdir", back.path, file.path])
    try #require(status == 0)
  }

  /// The rows of an RFC 4180 file.
  static func rows(_ file: URL) throws -> [[String]] {
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
}
