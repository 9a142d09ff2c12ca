import HanText
import Testing

@testable import Pages

@Suite struct ClosingWordsTests {
  private func line(_ text: String) throws -> (PageLines, PageLines.Line) {
    let lines = PageLines(page: Page(text: Scalars(text)), isMarkedUp: false)
    return (lines, try #require(lines.lines.first))
  }

  @Test(arguments: [
    "声明：此稿由用户上传，观点仅代表作者本人，本平台只提供存储空间，如有侵权请告知。",
    "本号所用图片来自网络，版权归原作者，若有不妥请联系我们删除。",
  ])
  func disclaimers(_ text: String) throws {
    let (lines, line) = try line(text)
    #expect(line.phrase == .legal)
    #expect(ClosingWords.standard.isDisclaimer(lines.shadow, line.range))
  }

  @Test(arguments: [
    "第五条　未经许可复制、传播作品，侵犯著作权的，依法处理。", "本文比较三种定价方法，指出各自的边界。",
    "平台方面回应说，已经下架相关视频。", "声明说，两国将加强教育合作。",
  ])
  func sentencesOfArticles(_ text: String) throws {
    let (lines, line) = try line(text)
    #expect(line.phrase == nil)
    #expect(!ClosingWords.standard.isDisclaimer(lines.shadow, line.range))
  }

  @Test(arguments: [
    ("打开小江新闻APP，查看全部图片", true), ("長按識別二維碼，關注小江", true), ("緊貼港聞，讚好小江 Facebook 專版", true),
    ("他打开微信，分享了一张照片。", false), ("学校开发了一款小程序", false),
  ])
  func callsToFollow(_ text: String, _ isCall: Bool) throws {
    let (lines, line) = try line(text)
    #expect(ClosingWords.standard.isCall(lines.shadow, line.range) == isCall)
  }

  @Test(arguments: [
    ("图为施工现场。", true), ("▲便當店推出新品。（圖／業者提供）", true), ("航拍的大桥。 江小文 摄", true), ("示範單位內景（資料圖片）", true),
    ("他靠摄影养家。", false), ("学校供图书馆使用的经费有三十万元。", false), ("活动由市文联主办（见图）", false),
  ])
  func captions(_ text: String, _ isCaption: Bool) throws {
    let (lines, line) = try line(text)
    #expect(lines.isCaption(line) == isCaption)
  }

  @Test(arguments: [
    ("附件：1.申报表", true), ("附件1 名单", true), ("2.任务清单.docx", true), ("相關檔案：名單.pdf", false),
    ("附近的学校放学了", false),
  ])
  func attachments(_ text: String, _ isAttachment: Bool) throws {
    let (lines, line) = try line(text)
    #expect(lines.isAttachment(line) == isAttachment)
  }
}
