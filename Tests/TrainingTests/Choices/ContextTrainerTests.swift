import Corpus
import Entities
import HanText
import Pages
import Testing

@testable import Training

struct ContextTrainerTests {
  private static let sentences = """
    # a comment

    [南州|P1]有[12所|=P1]高校，[北原|P2]有[8所|=P2]。
    2025-06-18\t[南州市教育局|N]说，[去年|D1][南州|P1]招生[300人|=P1+D1]，学制三年。
    """

  private static func gold(_ text: String = sentences) throws -> [GoldArticle] {
    try ContextSentences.articles(
      Array(text.utf8), file: "c.txt", sentences: SentenceBreaker())
  }

  @Test func readsMarkedSentences() throws {
    let articles = try Self.gold()
    #expect(articles.count == 2)
    #expect(String(scalars: articles[0].record.article.text) == "南州有12所高校，北原有8所。")
    #expect(
      articles[0].record.analysis.relations == [
        .context(figure: "12所高校", place: "南州", date: nil),
        .context(figure: "8所", place: "北原", date: nil),
      ])
    #expect(articles[1].record.article.published == "2025-06-18")
    #expect(
      articles[1].record.analysis.relations
        == [.context(figure: "300人", place: "南州", date: "2024")])
  }

  @Test(arguments: [
    "[南州|P1", "[南州|P1]有[12所|=P2]", "[南州|X]有12所", "[|P1]", "[南州|]", "[", "[南州|P1]有[高校|=P1]",
    "[南州|D1]有[12所|=D1]",
  ])
  func refusesBrokenMarks(_ line: String) {
    #expect {
      try Self.gold("# x\n" + line)
    } throws: { error in
      (error as? TrainingDataError)?.line == 2
    }
  }

  @Test func learnsTheSameBytesEveryTime() throws {
    let breaker = SentenceBreaker()
    let articles = try Self.gold().map { ContextTrainer.article($0, sentences: breaker) }
    // Two figures with places; two with a place and a date.
    #expect(articles.map(\.count) == [2, 4])
    var trainer = ContextTrainer()
    trainer.learner.epochs = 40
    let weights = trainer.train(articles)
    #expect(ContextTrainer.bytes(weights) == ContextTrainer.bytes(trainer.train(articles)))
    #expect(weights.allSatisfy { $0.isFinite })
    let counts = ContextTrainer.score(weights, articles)
    #expect(counts.gold == 3)
    #expect(counts.right >= 2)
    #expect(counts.found <= 3)
  }

  @Test func learnsNothingOfNothing() {
    #expect(ContextTrainer().train([]).allSatisfy { $0 == 0 })
  }
}
