import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it.
enum Program {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: Data
    var errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(whereSeparator: \.isNewline).map(String.init) }
  }

  /// The program.
  static var url: URL { BuiltProgram.url }

  /// The root of the checkout.
  static var checkout: URL { BuiltProgram.checkout }

  /// For tests that limit the size of files.
  static let needsFileLimit = ConditionTrait.disabled(
    if: ProcessInfo.processInfo.environment["SANITIZER"] == "thread",
    "the thread sanitizer maps a file larger than the limit and dies of it")

  /// Runs the program with arguments and standard input.
  static func run(
    _ arguments: [String], input: Data = Data(), in folder: URL? = nil
  ) throws -> Result {
    try runTool(url, arguments, input: input, in: folder)
  }

  /// Runs a shell line in which `$EDUAI` is the program.
  static func shell(_ line: String, in folder: URL? = nil) throws -> Result {
    let bash = URL(fileURLWithPath: "/bin/bash")
    return try runTool(bash, ["-c", "EDUAI='\(url.path)'; \(line)"], in: folder)
  }

  /// Runs any tool; files instead of pipes, so that no amount of output can block.
  static func runTool(
    _ tool: URL, _ arguments: [String], input: Data = Data(), in folder: URL? = nil
  ) throws -> Result {
    let scratch = try Scratch()
    let files = ["in", "out", "err"].map { scratch.url.appendingPathComponent($0) }
    try input.write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try Data(contentsOf: files[1]),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}
