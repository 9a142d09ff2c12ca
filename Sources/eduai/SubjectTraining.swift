import Corpus
import HanText
import Pages
import Training

/// `eduai train --task subjects`: weights for which noun a figure counts.
struct SubjectTraining {
  let data: [String]
  let output: String
  let folds: Int
  let errors: Bool

  /// How much a figure of an article counts beside one of a single text, which shows less of what its
  /// noun may be and was annotated by more people.
  private static let articleWeight: Float = 3

  /// Learns what figures count, writes the weights, and says how well they choose.
  func run() throws {
    let breaker = SentenceBreaker()
    var articles: [SubjectTrainer.Article] = []
    var sentences: [SubjectTrainer.Article] = []
    for path in data {
      if path.hasSuffix(".txt") {
        sentences += try SubjectSentences.articles(FileContents.read(path), file: path)
          .map { SubjectTrainer.article($0, sentences: breaker) }
      } else {
        articles += try GoldReader.articles(at: path).filter { !$0.isHeld }
          .map { SubjectTrainer.article($0, sentences: breaker, weight: Self.articleWeight) }
      }
    }
    let trainer = SubjectTrainer()
    let file = try OutputFile(path: output)
    if folds > 1 { judge(articles, sentences, trainer) }
    let weights = trainer.train(articles + sentences)
    try file.write(SubjectTrainer.bytes(weights))
    try file.commit()
    let score = SubjectTrainer.score(weights, articles)
    let figures = (articles + sentences).reduce(0) { $0 + $1.count }
    print(
      "learnt from \(figures) figures of \(articles.count) articles and \(sentences.count) texts")
    print("these articles: \(score.right) of \(score.count) subjects right")
  }

  /// Judges each part of the articles by what the others and the single texts teach.
  private func judge(
    _ articles: [SubjectTrainer.Article], _ sentences: [SubjectTrainer.Article],
    _ trainer: SubjectTrainer
  ) {
    var score = SubjectTrainer.Score()
    for fold in 0..<folds {
      let isOut = { (k: Int) in k % folds == fold }
      let weights = trainer.train(
        articles.indices.filter { !isOut($0) }.map { articles[$0] } + sentences)
      let part = SubjectTrainer.score(
        weights, articles.indices.filter(isOut).map { articles[$0] }
      ) { article, figure, right, chosen in
        guard errors else { return }
        let line = figure.split(separator: "\n").joined(separator: " ")
        print("\(article)\t\(right ?? "∅")\t\(chosen ?? "∅")\t\(line)")
      }
      score.right += part.right
      score.count += part.count
    }
    print("unseen articles: \(score.right) of \(score.count) subjects right")
  }
}
