import Corpus
import Entities
import HanText
import Pages
import Testing

@testable import Training

struct SubjectTrainerTests {
  private static let sentences = """
    # a comment

    村里有[12头水牛|水牛]、[30只山羊|山羊]，去年卖出[8头|水牛]。
    学校新招[45名教师|教师]，平均年龄[31岁|教师]，投入[20万元|∅]。
    镇上修路[6公里|路]，总投资[300万元|总投资]，[增长5%|总投资]。
    """

  static func articles() throws -> [SubjectTrainer.Article] {
    let breaker = SentenceBreaker()
    return try SubjectSentences.articles(Array(sentences.utf8), file: "s.txt")
      .map { SubjectTrainer.article($0, sentences: breaker) }
  }

  @Test func readsMarkedSentences() throws {
    let articles = try SubjectSentences.articles(Array(Self.sentences.utf8), file: "s.txt")
    #expect(articles.count == 3)
    let first = articles[0]
    #expect(first.record.article.document == "s.txt:3")
    #expect(String(scalars: first.record.article.text) == "村里有12头水牛、30只山羊，去年卖出8头。")
    let subjects = first.record.analysis.mentions.map { mention -> String? in
      guard case .figure(let figure) = mention.kind else { return nil }
      return figure.subject
    }
    #expect(subjects == ["水牛", "山羊", "水牛"])
    #expect(first.record.analysis.mentions[2].span == TextSpan(19, 21))
  }

  @Test(arguments: ["有[12家|企业", "有[12家]", "有[|企业]", "有[12家|]", "[", "有[12家企业"])
  func refusesBrokenMarks(_ line: String) {
    #expect(throws: TrainingDataError.self) {
      try SubjectSentences.articles(Array(("# x\n" + line).utf8), file: "s.txt")
    }
  }

  @Test func learnsTheSameBytesEveryTime() throws {
    let articles = try Self.articles()
    var trainer = SubjectTrainer()
    trainer.learner.epochs = 6
    let weights = trainer.train(articles)
    #expect(SubjectTrainer.bytes(weights) == SubjectTrainer.bytes(trainer.train(articles)))
    let again = trainer.train(try Self.articles())
    #expect(SubjectTrainer.bytes(weights) == SubjectTrainer.bytes(again))
    #expect(weights.allSatisfy { $0.isFinite })
    let score = SubjectTrainer.score(weights, articles)
    #expect(score.right >= score.count - 1)
    #expect(score.count >= 8)
  }

  @Test func learnsNothingOfNothing() {
    let weights = SubjectTrainer().train([])
    #expect(weights.allSatisfy { $0 == 0 })
    #expect(SubjectTrainer.score(weights, []) == SubjectTrainer.Score())
  }
}
