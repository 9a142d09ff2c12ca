import HanText
import Testing

@testable import Pages

/// Articles about rights, whose sentences have the words of disclaimers.
@Suite("Articles about rights")
struct RightsTests {
  private static let opening = [
    "三月三日，江津中学举行版权公开课，两百名学生到场。", "授课律师说，很多人以为注明出处就可以随意使用。",
  ]
  private static let closing = [
    "课后，学生们围着律师问个不停，有人问同人小说能不能卖。", "律师回答，先问作者，再谈价钱，这是最简单的办法。",
  ]

  private func text(_ lines: [String]) throws -> String {
    let page = (["版权课堂走进校园", "2025-03-04 09:10 来源：江津晨报"] + lines).joined(separator: "\n")
    let record = InputRecord(document: "a", content: .text(Scalars(page)), format: .text)
    return String(scalars: try Cleaner().article(from: record).text)
  }

  @Test(
    "are not cut where they tell of rights",
    arguments: [
      "新规明确，未经授权不得转载他人原创内容，违者将承担相应责任。",
      "他提醒，凡注明“未经许可不得转载”的文章，使用前应当取得书面授权。",
      "法院认定，被告未经许可使用原告图片，侵犯了信息网络传播权，应立即删除并赔偿三千元。",
      "“网上写着侵权必究的图片，也有人照用不误。”他说。",
      "协议约定，作品版权归原作者所有，平台只有展示权。",
      "部分公众号文末写着“转载请注明出处”，学生们对此并不陌生。",
      "他說，教材封底的「版權所有　侵權必究」不是裝飾。",
      "根据协议，媒体转载使用平台内容，须经作者同意，平台应在收到通知后及时删除侵权内容。",
    ])
  func tellsOfRights(sentence: String) throws {
    let text = try text(Self.opening + [sentence] + Self.closing + ["责任编辑：周晚"])
    #expect(text.hasSuffix((Self.opening + [sentence] + Self.closing).joined(separator: "\n")))
    // The same again, and last in the article.
    let twice = try self.text(Self.opening + [sentence] + Self.closing + [sentence, "责任编辑：周晚"])
    #expect(twice.hasSuffix((Self.closing + [sentence]).joined(separator: "\n")))
  }

  @Test(
    "end before a disclaimer, whatever stands below",
    arguments: [
      "本文系江津晨报原创，未经授权不得转载。", "未经授权不得转载本报作品。", "江津晨报，未经授权不得转载",
      "文中图片来源于网络，如有侵权请联系删除。", "（未经授权，严禁转载）", "转载内容版权归原作者所有，请注明出处。",
      "凡注明“来源：江津晨报”的作品，未经授权不得转载、摘编。", "未经书面许可，任何媒体不得转载、摘编，违者将依法追究责任。",
    ],
    [["网友评论", "小城故事：这样的课应该多开几次，我们学校也想请律师来。"], ["上周，江津中学的学生走进法院旁听庭审，写下三百篇日记。"]])
  func endsBefore(disclaimer: String, rest: [String]) throws {
    let text = try text(Self.opening + Self.closing + [disclaimer] + rest)
    #expect(text.hasSuffix(Self.closing[1]))
  }
}
