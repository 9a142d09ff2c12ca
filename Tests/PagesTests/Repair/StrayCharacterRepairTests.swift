import HanText
import Testing

@testable import Pages

struct StrayCharacterRepairTests {
  @Test(arguments: [
    ("人工\u{200B}智能", "人工智能", 1),
    ("\u{FEFF}標題", "標題", 1),
    ("平\u{200D}台", "平台", 1),
    ("上海\u{A0}\u{A0}消息", "上海  消息", 1),
    ("記者\u{A0}張三\u{A0}報道", "記者 張三 報道", 2),
    ("他說\u{93}好\u{94}", "他說“好”", 2),
    ("新聞\u{1}稿\u{7F}", "新聞稿", 2),
    ("\u{202A}電話\u{202C}", "電話", 2),
    ("連\u{AD}接", "連接", 1),
  ])
  func goes(damaged: String, clean: String, repairs: Int) {
    let result = DamageRepair().repair([Scalars(damaged)])
    #expect(result.lines == [Scalars(clean)])
    #expect(result.repairs == repairs)
    #expect(DamageRepair().repair(result.lines).repairs == 0)
  }

  @Test(arguments: [
    "price of 64,700\u{A0}USD, 10\u{A0}km",
    "家庭👨\u{200D}👩\u{200D}👧",
    "می\u{200C}خواهم \u{200F}سلام",
    "क्\u{200D}ष",
    "co\u{AD}operation",
    "兩欄\t三欄",
    "　　首行縮進，“引號”…… © • »",
    "全角Ａ１，半角A1。",
  ])
  func stays(text: String) {
    let result = DamageRepair().repair([Scalars(text)])
    #expect(result.lines == [Scalars(text)])
    #expect(result.repairs == 0)
  }
}
