import Foundation
import Testing

@testable import HanText

/// OpenCC is the oracle of both conversions; it is no run-time dependency.
@Suite("Agreement with OpenCC")
struct OpenCCAgreementTests {
  private static let program = "/usr/bin/opencc"
  private static let isInstalled = FileManager.default.isExecutableFile(atPath: program)
  /// Articles outside the repository that development has beside it.
  private static let shared: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../shared").standardizedFileURL
    let given = ProcessInfo.processInfo.environment["EDUAI_SHARED"].map { URL(filePath: $0) }
    let folder = given ?? root
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Sentences of our own in the usage of each region.
  private static let own = """
    市政府於週三公布計畫，徵求民眾意見，並瞭解各校的特徵。會議由校長主持，他看著大家，逐一答覆。
    乾隆年間的建築乾燥易裂，著名學者以專書說明；憑藉經驗，他們藉此機會徵收土地，沈先生沉默不語。
    該公司於臺北設立研發中心，裡面有三百名員工，預計明年後半年完成，皇后大道的店面隨後開幕。
    國家統計局發布的數據顯示，社會消費品零售總額同比增長，發展勢頭良好，麵粉與衝浪板出口上升。

    """

  private static func convert(_ text: String, _ configuration: String) throws -> [Unicode.Scalar] {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["-c", configuration]
    let input = FileManager.default.temporaryDirectory.appending(
      path: "opencc-\(UUID().uuidString)")
    try Data(text.utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(String(decoding: data, as: UTF8.self).unicodeScalars)
  }

  private static func agreement(_ ours: Scalars, _ oracle: [Unicode.Scalar]) -> Double {
    guard ours.count == oracle.count, !ours.isEmpty else { return 0 }
    let same = zip(ours, oracle).count { $0.0 == $0.1.value }
    return Double(same) / Double(ours.count)
  }

  /// The texts of development's annotated sentences of one file, a line each.
  private static func sentences(_ name: String) throws -> String? {
    guard let url = shared?.appending(path: "dev/ner/\(name)"),
      let lines = try? String(contentsOf: url, encoding: .utf8)
    else { return nil }
    let texts = try lines.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return ((object as? [String: Any])?["text"] as? String) ?? ""
    }
    return texts.joined(separator: "\n") + "\n"
  }

  @Test(
    "own sentences to Simplified", .enabled(if: isInstalled, "opencc is not installed"),
    arguments: [("tw2s", "s2tw"), ("t2s", "s2t"), ("hk2s", "s2hk")])
  func ownToSimplified(configuration: String, region: String) throws {
    // First into the forms of the region, as its writers have them.
    let plain = String(scalars: ScriptConverter.simplified(Scalars(Self.own)))
    let text = String(String.UnicodeScalarView(try Self.convert(plain, region)))
    let oracle = try Self.convert(text, configuration)
    #expect(Self.agreement(ScriptConverter.simplified(Scalars(text)), oracle) >= 0.9995)
  }

  @Test("own sentences to Traditional", .enabled(if: isInstalled, "opencc is not installed"))
  func ownToTraditional() throws {
    let text = String(scalars: ScriptConverter.simplified(Scalars(Self.own)))
    let oracle = try Self.convert(text, "s2t")
    #expect(Self.agreement(ScriptConverter.traditional(Scalars(text)), oracle) == 1)
  }

  @Test(
    "development's sentences", .enabled(if: isInstalled, "opencc is not installed"),
    .enabled(if: shared != nil, "no development data beside the checkout"))
  func developmentSentences() throws {
    if let text = try Self.sentences("uner_gsd_train.jsonl") {
      let ours = ScriptConverter.simplified(Scalars(text))
      #expect(try Self.agreement(ours, Self.convert(text, "tw2s")) >= 0.9995)
    }
    if let text = try Self.sentences("boson.jsonl") {
      let ours = ScriptConverter.traditional(Scalars(text))
      #expect(try Self.agreement(ours, Self.convert(text, "s2t")) >= 0.998)
      let same = ScriptConverter.simplified(Scalars(text))
      #expect(try Self.agreement(same, Self.convert(text, "t2s")) >= 0.9995)
    }
  }
}
