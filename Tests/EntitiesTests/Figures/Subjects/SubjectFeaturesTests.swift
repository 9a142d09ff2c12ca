import HanText
import Testing

@testable import Entities

struct SubjectFeaturesTests {
  /// Weights that tell every number of a feature from others.
  private static let weights = ChoiceWeights(
    (0..<ChoiceTask.subjects.count).map { Float(($0 &* 2_654_435_761) % 4001) / 256 - 7 },
    for: .subjects)

  @Test(arguments: [
    "全市共有幼儿园320所、小学415所，在校学生分别为9.6万人和28万人，同比增长3.2%和下降1.5%。",
    "去年，该校教职工平均年龄38岁，其中教师占比82%，比上年提高2个百分点；“双师型”教师120名。",
    "项目投资的金额超过6000亿元，高于全省平均水平，带动就业的岗位达到12万个，新增3万个。",
    "近五年来，我们先后引进了12名高层次的海外留学人才和30多个科研团队，累计资助经费4.5亿元。",
  ])
  func keptSumsAreTheSumsOfTheFeatures(_ sentence: String) throws {
    let phrases = SubjectPhrases(sentence)
    #expect(phrases.figures.count >= 3)
    var kept = SubjectFeatures(weights: Self.weights, isRecorded: false)
    var recorded = SubjectFeatures(weights: Self.weights, isRecorded: true)
    var earlier: [EarlierSubject] = []
    for figure in phrases.figures {
      let list = FigureList.find(phrases.tokens, at: figure.token, phrases.text)
      var candidates = SubjectCandidates()
      candidates.list(phrases.tokens, for: figure, of: list, phrases.text)
      let view = SubjectView(
        text: phrases.text, tokens: phrases.tokens, figure: figure, earlier: earlier, list: list,
        frame: UInt32(earlier.count))
      kept.begin(view)
      recorded.begin(view)
      for (rank, other) in earlier.enumerated() {
        candidates.addEarlier(other, rank: rank)
      }
      for candidate in candidates.all {
        Self.add(candidate, earlier, view, to: &kept)
        Self.add(candidate, earlier, view, to: &recorded)
        let sum = recorded.slots.reduce(Int32(0)) { $0 &+ Self.weights[$1] }
        #expect(recorded.score == sum)
        #expect(kept.score == sum, "\(candidate.name(phrases.text) ?? "–")")
      }
      if let last = candidates.all.last(where: { $0.source.isBefore || $0.source.isBehind }) {
        earlier.append(
          EarlierSubject(span: last.span, tail: last.tail, isPeople: false, figure: figure))
      }
    }
  }

  private static func add(
    _ candidate: SubjectCandidate, _ earlier: [EarlierSubject], _ view: SubjectView,
    to features: inout SubjectFeatures
  ) {
    features.begin()
    switch candidate.source {
    case .none: features.addNone(view)
    case .earlier: features.addEarlier(candidate, earlier[candidate.rank], view)
    default:
      if candidate.tail.count > 0 {
        features.addCompleted(candidate, view)
      } else {
        features.addPhrase(candidate, view)
      }
    }
  }
}
