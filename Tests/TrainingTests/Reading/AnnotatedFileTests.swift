import Entities
import HanText
import Testing

@testable import Training

@Suite struct AnnotatedFileTests {
  static func read(_ text: String) throws -> [String] {
    try AnnotatedFile([UInt8](text.utf8), file: "f").sentences.map { sentence in
      String(scalars: sentence.text) + "|"
        + sentence.names.map {
          String(scalars: sentence.text[$0.span]) + "/" + $0.label.contractName
        }.joined(separator: ",")
    }
  }

  @Test(arguments: [
    ("王 B-PER\n芳 I-PER\n在 O\n京 S-LOC\n\n好 O\n", ["王芳在京|王芳/person,京/place", "好|"]),
    ("北\tB-NT\n大\tE-NT\n校 B-TITLE\n长 E-TITLE\n", ["北大校长|北大/institution,校长/role"]),
    ("张 B-NAME\n小 M-NAME\n明 E-NAME\r\n", ["张小明|张小明/person"]),
    ("法 I-LOC\n国 I-LOC\n", ["法国|法国/place"]),
    ("他 B-PER.NOM\n说 O\n李 B-PER.NAM\n四 I-PER.NAM\n", ["他说李四|李四/person"]),
    ("红 B-game\n楼 I-game\n", ["红楼|"]),
  ])
  func readsTwoColumns(text: String, expected: [String]) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(arguments: [
    ("王 B-PER\n芳\n", 2), ("王 B-PER x\n", 1), ("王 Q-PER\n", 1), ("好 O\n芳 E-PER\n", 2),
    ("王 B-PER\n芳 M-LOC\n", 2), ("王 PER\n", 1),
  ])
  func refusesBadColumns(text: String, line: Int) {
    let error = #expect(throws: TrainingDataError.self) { try Self.read(text) }
    #expect(error?.file == "f" && error?.line == line)
  }

  @Test func readsJSONLines() throws {
    let text = """
      {"id": 1, "text": "王芳在北京", "entities": [{"type": "place", "start": 3, "end": 5}, {"type": "person", "start": 0, "end": 2}]}

      {"text": "😀李四", "mentions": [{"type": "person", "start": 1, "end": 3, "text": "李四"}, {"type": "date", "start": 0, "end": 1}]}
      """
    #expect(try Self.read(text) == ["王芳在北京|王芳/person,北京/place", "😀李四|李四/person"])
  }

  @Test(arguments: [
    #"{"text": "王芳"}"#, #"{"text": "王芳", "entities": [{"type": "person", "start": 0}]}"#,
    #"{"text": "王芳", "entities": [{"type": "person", "start": 0, "end": 3}]}"#,
    #"{"text": "王芳", "entities": [{"type": "person", "start": -1, "end": 1}]}"#,
    #"{"text": "王芳", "entities": [{"type": "person", "start": 1, "end": 1}]}"#,
    #"{"text": "王芳", "entities": [{"type": "person", "start": 0, "end": 1, "text": "芳"}]}"#,
    #"{"text": "王芳", "entities": [{"type": "person", "start": 0, "end": 2}, {"type": "place", "start": 1, "end": 2}]}"#,
    #"{"text": "王芳", "entities": ["#, #"{"entities": []}"#,
  ])
  func refusesBadJSONLines(line: String) {
    let text = #"{"text": "好", "entities": []}"# + "\n" + line + "\n"
    let error = #expect(throws: TrainingDataError.self) { try Self.read(text) }
    #expect(error?.line == 2)
  }

  @Test func readsGoldByParagraph() throws {
    let text = """
      {
       "text": "标题\\n王芳在北京。\\n\\n完",
       "mentions": [
        {"type": "person", "start": 3, "end": 5, "text": "王芳"},
        {"type": "figure", "start": 0, "end": 1}
       ]
      }
      """
    #expect(try Self.read(text) == ["标题|", "王芳在北京。|王芳/person", "完|"])
  }

  @Test(arguments: ["", "\n\n"])
  func refusesEmptyFiles(text: String) {
    #expect(throws: TrainingDataError.self) { try Self.read(text) }
  }
}
