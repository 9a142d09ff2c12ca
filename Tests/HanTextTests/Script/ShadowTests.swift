import TestSupport
import Testing

@testable import HanText

@Suite("Simplified shadow")
struct ShadowTests {
  @Test(
    "characters whose reading depends on the words around them",
    arguments: [
      ("乾隆皇帝喝乾了", "乾隆皇帝喝干了"), ("乾燥的乾坤", "干燥的乾坤"),
      ("他看著窗外", "他看着窗外"), ("著名學者的著作", "著名学者的著作"),
      ("隨著名單公布，專著出版", "随着名单公布，专著出版"), ("土著與編著者", "土著与编著者"),
      ("特徵與徵收，魏徵", "特征与征收，魏徵"), ("慰藉與憑藉，藉由", "慰藉与凭借，借由"),
      ("瞭解與瞭望", "了解与瞭望"), ("關於此事", "关于此事"), ("計畫與圖畫", "计划与图画"),
      ("沈先生沉沒", "沈先生沉没"), ("覆蓋與答覆", "覆盖与答复"),
      ("皇后在後面", "皇后在后面"), ("裡面與公里", "里面与公里"), ("臺灣與台北", "台湾与台北"),
    ])
  func context(traditional: String, simplified: String) {
    #expect(String(scalars: Shadow.make(Scalars(traditional))) == simplified)
  }

  @Test(
    "names keep their characters",
    arguments: [
      ("于右任", "于右任"), ("范仲淹", "范仲淹"), ("鍾南山", "钟南山"), ("乾隆", "乾隆"),
      ("文徵明", "文徵明"), ("錢鍾書", "钱锺书"), ("蕭乾", "萧乾"), ("余光中", "余光中"),
    ])
  func names(traditional: String, simplified: String) {
    #expect(String(scalars: Shadow.make(Scalars(traditional))) == simplified)
  }

  @Test(
    "Simplified text is its own shadow",
    arguments: [
      "国务院关于印发新一代人工智能发展规划的通知", "著名学者的原著，他看着窗外", "什么时候抬头喝干一杯",
      "皇后与台历，公里和制造", "“你好”，《论语》：（三）；？！～",
    ])
  func simplified(text: String) {
    #expect(String(scalars: Shadow.make(Scalars(text))) == text)
  }

  @Test("a text that has 着 itself keeps 著 where no word tells")
  func ownZhe() {
    #expect(String(scalars: Shadow.make(Scalars("他拿着書，李四著"))) == "他拿着书，李四著")
    #expect(String(scalars: Shadow.make(Scalars("他說說笑笑地拿著書"))) == "他说说笑笑地拿着书")
    #expect(String(scalars: Shadow.make(Scalars("张三著"))) == "张三著")
  }

  @Test("widths, ideographic space, compatibility ideographs and radicals")
  func widths() {
    let text = "ＡＩ２５％　⼀\u{F90A}，（）：！？～￥"
    #expect(String(scalars: Shadow.make(Scalars(text))) == "AI25% 一金，（）：！？～￥")
    #expect(String(scalars: ScriptConverter.simplified(Scalars(text))) == text)
  }

  @Test("the shadow is as long as the text, whatever stands in it")
  func length() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let text = (0..<random.below(60)).map { _ in UInt32(truncatingIfNeeded: random.next()) >> 11 }
      #expect(Shadow.make(text).count == text.count)
      #expect(ScriptConverter.traditional(text).count == text.count)
    }
    #expect(Shadow.make([.max, 0x110000, 0xD800]) == [.max, 0x110000, 0xD800])
    #expect(Shadow.make([]).isEmpty)
  }
}
