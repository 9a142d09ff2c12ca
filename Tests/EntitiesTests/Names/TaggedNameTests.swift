import HanText
import Testing

@testable import Entities

/// What the tagger proposes is checked: some words never are names, however sure it is.
struct TaggedNameTests {
  /// Proposes one name wherever it stands.
  private struct Proposing: NameTagger {
    let name: Scalars
    let label: TaggedName.Label

    func names(in document: Document) -> [TaggedName] {
      let text = document.shadow
      guard text.count >= name.count else { return [] }
      return (0...(text.count - name.count)).filter { Array(text[$0..<($0 + name.count)]) == name }
        .map { TaggedName(span: TextSpan($0, $0 + name.count), label: label, margin: 100) }
    }
  }

  private func found(_ text: String, _ name: String, _ type: String) -> [String] {
    let label: TaggedName.Label = type == "place" ? .place : .institution
    return Recognised(text, tagger: Proposing(name: Scalars(name), label: label)).texts(type)
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
}
