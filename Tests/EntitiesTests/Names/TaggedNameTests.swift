import HanText
import Testing

@testable import Entities

/// What the tagger proposes is checked: some words never are names, however sure it is.
struct TaggedNameTests {
  /// Proposes one name wherever it stands.
  private struct Proposing: NameTagger {
    let name: Scalars
    let label: TaggedName.Label
    var margin = 100

    func names(in document: Document) -> [TaggedName] {
      let text = document.shadow
      guard text.count >= name.count else { return [] }
      return (0...(text.count - name.count)).filter { Array(text[$0..<($0 + name.count)]) == name }
        .map { TaggedName(span: TextSpan($0, $0 + name.count), label: label, margin: margin) }
    }
  }

  private func found(
    _ text: String, _ name: String, _ type: String, margin: Int = 100
  ) -> [String] {
    let label: TaggedName.Label =
      type == "place" ? .place : type == "person" ? .person : .institution
    return Recognised(
      text, tagger: Proposing(name: Scalars(name), label: label, margin: margin)
    ).texts(type)
  }

  @Test(arguments: [
    ("加快市场化、法治化进程。", "法治化", "place"), ("突出国际化和智能化。", "国际化", "institution"),
    ("新职业名单中有AIGC系统应用员。", "AIGC", "institution"), ("改革已经进入深水区。", "深水区", "place"),
  ])
  func leavesWhatIsNoName(_ text: String, _ name: String, _ type: String) {
    #expect(found(text, name, type).isEmpty)
  }

  @Test(arguments: [
    ("他上周去了海门石化。", "海门石化", "institution"), ("专家来自镇海炼化。", "镇海炼化", "institution"),
    ("车队昨天到达彰化。", "彰化", "place"), ("车队昨天到达野马坡。", "野马坡", "place"),
  ])
  func takesWhatMayBeOne(_ text: String, _ name: String, _ type: String) {
    #expect(found(text, name, type) == [name])
  }

  /// A sure tagger's longer name wins over the place or body inside it, an unsure one's does not.
  @Test(arguments: [
    ("北京晨光昨晚取胜。", "北京晨光", "institution"), ("车队昨天驶过上海晨岭。", "上海晨岭", "place"),
    ("记者问蒋万隆为何不来。", "蒋万隆", "person"),
  ])
  func takesTheLongerNameOfASureTagger(_ text: String, _ name: String, _ type: String) {
    #expect(found(text, name, type, margin: 300) == [name])
    #expect(found(text, name, type, margin: 50) != [name])
  }

  @Test func aCountryStandsBesideAForeignBody() {
    #expect(
      found("她毕业于英国牛津大学。", "英国牛津大学", "institution", margin: 2000) == ["牛津大学"])
  }

  /// A body with the name of a place ends the text.
  @Test func aClubWithTheNameOfItsCityMayEndTheText() {
    #expect(found("拜仁VS里昂", "里昂", "institution", margin: 2000).contains("里昂"))
  }
}
