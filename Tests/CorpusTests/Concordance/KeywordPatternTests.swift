import HanText
import Testing

@testable import Corpus

/// What patterns find: keywords in brackets in the expectation.
@Suite struct KeywordPatternTests {
  private func marked(_ pattern: String, _ text: String) throws -> String {
    let scalars = Scalars(text)
    var output: Scalars = []
    var last = 0
    for match in try KeywordPattern(pattern).matches(in: FoldedText.make(scalars)) {
      output += scalars[last..<match.start] + [u("<")] + scalars[match] + [u(">")]
      last = match.end
    }
    return String(scalars: output + scalars[last...])
  }

  @Test(arguments: [
    ("训练", "培训訓練与训练师", "培训<訓練>与<训练>师"),
    ("訓練師", "训练师", "<训练师>"),
    ("ai", "用ＡＩ教学，AI很好", "用<ＡＩ>教学，<AI>很好"),
    ("AI", "AIGC与OpenAI", "AIGC与OpenAI"),
    ("AI*", "AIGC与OpenAI", "<AIGC>与OpenAI"),
    ("*ai", "AIGC与OpenAI", "AIGC与<OpenAI>"),
    ("5", "2025年5月", "2025年<5>月"),
    ("教?部", "教育部教部教科文部", "<教育部>教部教科文部"),
    ("教*部", "教育部和科技部", "<教育部>和科技部"),
    ("加强*建设", "加强。教师建设", "加强。教师建设"),
    ("加强*建设", "加强教师队伍建设和建设", "<加强教师队伍建设>和建设"),
    ("甲*乙", "甲一二三四五六七八九十乙", "<甲一二三四五六七八九十乙>"),
    ("甲*乙", "甲一二三四五六七八九十百乙", "甲一二三四五六七八九十百乙"),
    ("甲*乙*丙", "甲乙一二三四五六七八九乙丙", "<甲乙一二三四五六七八九乙丙>"),
    ("教育|教育部", "教育部", "<教育部>"),
    ("教师 | 老师", "教师、老师", "<教师>、<老师>"),
    ("(人工|机器)(智能|学习)", "人工学习与機器智能", "<人工学习>与<機器智能>"),
    ("[培教]训", "培训教训军训", "<培训><教训>军训"),
    ("[^军]训练", "军训练兵，教训练字", "军训练兵，<教训练>字"),
    ("[0-9]年级", "3年级", "<3年级>"),
    ("\\*注", "*注", "<*注>"),
    ("哈哈", "哈哈哈哈哈", "<哈哈><哈哈>哈"),
    ("(a|b)c", "ac bc abc", "<ac> <bc> abc"),
  ])
  func finds(pattern: String, text: String, expected: String) throws {
    #expect(try marked(pattern, text) == expected)
  }

  @Test(arguments: [
    ("", 1), ("(甲", 1), ("甲)", 2), ("[甲", 1), ("甲]", 2), ("甲[]", 2), ("甲\\", 2), ("甲|", 1),
    ("*", 1), ("??", 1), ("[^甲]", 1), ("[乙-一]甲", 4), (" ", 1), ("()", 1),
  ])
  func saysWhatIsWrong(pattern: String, position: Int) {
    #expect(throws: PatternError.self) { try KeywordPattern(pattern) }
    do throws(PatternError) { _ = try KeywordPattern(pattern) } catch {
      #expect(error.position == position, "\(pattern): \(error)")
    }
  }

  /// Groups multiply: what would take all memory is refused.
  @Test func boundsItsSize() {
    let doubling = String(repeating: "(甲|乙)", count: 30)
    #expect(throws: PatternError.self) { try KeywordPattern(doubling) }
    #expect(throws: PatternError.self) {
      try KeywordPattern(String(repeating: "(", count: 1999) + "甲")
    }
    #expect(throws: PatternError.self) { try KeywordPattern(String(repeating: "甲", count: 2001)) }
  }

  /// A pattern made to go back and forth takes linear time all the same.
  @Test func hostileTextIsRead() throws {
    let pattern = try KeywordPattern("甲*甲*甲*甲*甲*乙")
    let text = [UInt32](repeating: u("甲"), count: 20_000)
    #expect(pattern.matches(in: text).isEmpty)
  }
}
