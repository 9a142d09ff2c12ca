import Testing

@testable import HanText

@Suite("Script for display")
struct ScriptConverterTests {
  @Test(
    "to Traditional by phrase, the longest first",
    arguments: [
      ("皇后在后面", "皇后在後面"), ("干燥的树干", "乾燥的樹幹"), ("头发发现", "頭髮發現"),
      ("公里里面", "公里裏面"), ("信息技术", "信息技術"), ("国家", "國家"),
    ])
  func traditional(simplified: String, traditional: String) {
    #expect(ScriptConverter.convert(simplified, to: .hant) == traditional)
  }

  @Test("one character for one, never another word")
  func vocabulary() {
    #expect(ScriptConverter.convert("資訊與程式", to: .hans) == "资讯与程式")
    #expect(ScriptConverter.convert("信息与程序", to: .hant) == "信息與程序")
    #expect(ScriptConverter.convert("資訊", to: .keep) == "資訊")
  }

  @Test("names given as spans stay as the document writes them")
  func names() {
    let simplified = Scalars("于右任与叶范、刘于义")
    let spans = [TextSpan(0, 3), TextSpan(4, 6), TextSpan(7, 10)]
    let hant = ScriptConverter.traditional(simplified, names: spans)
    #expect(String(scalars: hant) == "于右任與葉範、劉于義")
    let traditional = Scalars("鍾南山與范雲談話")
    let kept = ScriptConverter.traditional(
      traditional, names: [TextSpan(0, 3), TextSpan(4, 6)])
    #expect(kept == traditional)
    // A span that does not fit is ignored.
    #expect(ScriptConverter.traditional(simplified, names: [TextSpan(5, 99)]).count == 10)
  }

  @Test("Simplified and back", arguments: ["中华人民共和国", "北京大学教授王小明说"])
  func back(text: String) {
    let hant = ScriptConverter.convert(text, to: .hant)
    #expect(hant != text)
    #expect(ScriptConverter.convert(hant, to: .hans) == text)
  }
}

@Suite("Script of a text")
struct ScriptProfileTests {
  @Test(
    arguments: [
      ("国务院印发发展规划，推动经济发展。", Script.hans),
      ("國務院印發發展規劃，推動經濟發展。", .hant),
      ("国务院印发发展规划，國務院印發發展規劃。", .mixed),
      ("2024", .hans), ("", .hans), ("大家好", .hans),
      // A quoted name does not make a text mixed.
      ("国务院印发发展规划，推动经济发展，为产业发展创造条件，实现转变与创新，进一步强调：张國榮。", .hans),
    ])
  func script(text: String, expected: Script) {
    #expect(ScriptProfile(Scalars(text)).script == expected)
  }

  @Test func share() {
    #expect(ScriptProfile(Scalars("国國")).traditionalShare == 0.5)
    #expect(ScriptProfile(Scalars("大")).traditionalShare == 0)
  }
}
