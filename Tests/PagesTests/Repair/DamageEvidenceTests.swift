import HanText
import Testing

@testable import Pages

/// A page is judged as a whole, and clean pages are never touched.
struct DamageEvidenceTests {
  private static func lines(_ text: String) -> [Scalars] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Scalars(String($0)) }
  }

  @Test(arguments: [
    // Glosses of readers, dictionaries and teachers.
    "重慶(Chóngqìng)與長沙(Chángshā)之間的列車，在荊門(Jīngmén)停靠。",
    "「領」(lǐng)字的本義是脖子，後來引申為帶領。",
    "這個「發」讀作 fā，不讀 fà；「髮」才讀 (fà)。",
    "我(wǒ)們(men)學(xué)習(xí)漢(hàn)語(yǔ)。今(jīn)天(tiān)是(shì)星(xīng)期(qī)一(yī)。",
    "行(xíng)業的行(háng)是多音字，長(cháng)短的長和生長(zhǎng)的長也是，長江的長呢？",
    "他姓區(ōu)，不是區域的區；區先生來自廣東，區域經濟是他的專業，區內企業都認識他。",
    "what?xin) is not a slip, nor is who?jian), and where?shu) even less.",
    "Is it (a) or (b)? Say (an) or (en)? You choose (ai).",
    "什么?什麼?!為什麼??真的嗎?、是的。",
    "func f(a: Int) { return g(a) ?? h(an) } // what?, why?; who?",
    "(lǐng)(shù)(jù)(fā)(yè)", "生字:領(lǐng)、數(shù)、據(jù)、發(fā)、業(yè)。",
    "",
    "價格(RMB)是多少?,可以講價嗎?;不可以!",
    "問:何時開始?答:明年(2026年)。問:費用?答:免費(free)。",
  ])
  func leavesAlone(text: String) {
    let lines = Self.lines(text)
    let result = DamageRepair().repair(lines)
    #expect(result.lines == lines)
    #expect(result.repairs == 0)
  }

  @Test(arguments: [
    (
      "全縣領(lǐng)導(dǎo)干部和業(yè)務(wù)骨干參加了產(chǎn)業(yè)會議。",
      "全縣領導干部和業務骨干參加了產業會議。"
    ),
    (
      "這場大會(huì )議由學(xué)院主辦，會(huì )期三天，學(xué)生也可參加。",
      "這場大會議由學院主辦，會期三天，學生也可參加。"
    ),
    // Numerals: what stands beside the hits is digits.
    (
      "戶籍人口為(wèi)2,333萬(wàn)6千,死亡1萬(wàn)5千,結婚5萬(wàn)1千對。",
      "戶籍人口為2,333萬6千,死亡1萬5千,結婚5萬1千對。"
    ),
    // A gloss of a character that the page shows bare stays.
    (
      "數(shù)據(jù)和規(guī)則。數(shù)字說明，長(zhǎng)度不同：長江、長城、長沙、長春。",
      "數據和規則。數字說明，長(zhǎng)度不同：長江、長城、長沙、長春。"
    ),
  ])
  func takesOutAnnotations(damaged: String, clean: String) {
    let result = DamageRepair().repair(Self.lines(damaged))
    #expect(result.lines == Self.lines(clean))
  }

  @Test func oneOrTwoSitesAreNoPattern() {
    #expect(DamageEvidence(Self.lines("領(lǐng)導")) == nil)
    #expect(DamageEvidence(Self.lines("領(lǐng)導和業(yè)務")) == nil)
    #expect(DamageEvidence(Self.lines("領(lǐng)導領(lǐng)導領(lǐng)導")) == nil)
    #expect(DamageEvidence(Self.lines("領(lǐng)導和業(yè)務，領(lǐng)先")) != nil)
  }

  @Test func stylesOfThePage() throws {
    let sites = "領(lǐng)導和業(yè)務領(lǐng)先"
    let plain = try #require(DamageEvidence(Self.lines(sites + "，很好：是的")))
    #expect(!plain.hasASCIIPunctuation)
    let converted = try #require(DamageEvidence(Self.lines(sites + ",很好:是的")))
    #expect(converted.hasASCIIPunctuation)
    #expect(!converted.keepsPrivateUse)
    let kept = try #require(DamageEvidence(Self.lines(sites + "?qū)\u{E084}")))
    #expect(kept.keepsPrivateUse)
    let icons = try #require(DamageEvidence(Self.lines(sites + "\u{E084}\n搜\u{E620}")))
    #expect(!icons.keepsPrivateUse)
  }
}
