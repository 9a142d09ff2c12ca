import Foundation
import TestSupport
import Testing

/// `eduai train`, and the model it makes in use.
@Suite struct TrainingCommandTests {
  /// Sentences in which a made-up kind of name stands in a made-up place.
  private func annotated() -> String {
    let givens = ["小禾", "大川", "之远", "明秋", "若水", "青山", "听雨", "望舒"]
    var lines = ""
    for (number, given) in (givens + givens + givens).enumerated() {
      let name = "林" + given
      lines += "{\"id\": \"\(number)\", \"text\": \"昨日\(name)来到雨城。\", \"entities\": "
      lines +=
        "[{\"type\": \"person\", \"start\": 2, \"end\": \(2 + name.unicodeScalars.count)}]}\n"
    }
    return lines
  }

  @Test func aTrainedModelIsWrittenWholeAndUsed() throws {
    let scratch = try Scratch()
    try scratch.write("data.jsonl", annotated())
    try scratch.write("a.txt", "昨日林望舒来到雨城。\n")
    let trained = try Program.run(
      ["train", "data.jsonl", "-o", "names.model", "--epochs", "2", "--quiet"], in: scratch.url)
    #expect(trained.status == 0, "\(trained.errors)")
    let used = try Program.run(
      ["extract", "a.txt", "--model", "names.model", "--quiet"], in: scratch.url)
    #expect(used.status == 0, "\(used.errors)")
    #expect(used.text.contains("person,,林望舒"))
  }

  @Test func badDataIsRefusedByLine() throws {
    let scratch = try Scratch()
    try scratch.write("data.jsonl", annotated() + "{\"text\": 5}\n")
    let result = try Program.run(["train", "data.jsonl", "-o", "names.model"], in: scratch.url)
    #expect(result.status == 1)
    #expect(result.errors.contains("data.jsonl"))
    #expect(result.errors.contains("25"))
    #expect(!FileManager.default.fileExists(atPath: scratch.url.path + "/names.model"))
  }

  @Test(arguments: ["", "not a model", "EDUAI"])
  func whatIsNoModelIsRefused(bytes: String) throws {
    let scratch = try Scratch()
    try scratch.write("names.model", bytes)
    try scratch.write("a.txt", "昨日林望舒来到雨城。\n")
    let result = try Program.run(["extract", "a.txt", "--model", "names.model"], in: scratch.url)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("eduai: names.model: "))
  }
}
