import Corpus
import HanText
import Pages
import Training

/// `eduai train --task subjects` and `--task contexts`: weights for which noun a figure counts, and for
/// which place and date it holds.
struct ChoiceTraining {
  let data: [String]
  let output: String
  let folds: Int
  let errors: Bool

  private let breaker = SentenceBreaker()

  init(data: [String], output: String, folds: Int, errors: Bool) {
    self.data = data
    self.output = output
    self.folds = folds
    self.errors = errors
  }

  // MARK: Subjects

  /// How much a figure of an article counts beside one of a single text, which shows less of what its
  /// noun may be and was annotated by more people.
  private static let subjectWeight: Float = 3

  /// Learns what figures count, writes the weights, and says how well they choose.
  func learnSubjects() throws {
    let (articles, texts) = try read { bytes, file in
      try SubjectSentences.articles(bytes, file: file)
    } make: { gold, isArticle in
      SubjectTrainer.article(
        gold, sentences: breaker, weight: isArticle ? Self.subjectWeight : 1)
    }
    let trainer = SubjectTrainer()
    let file = try OutputFile(path: output)
    if folds > 1 { judge(articles, texts, trainer) }
    let weights = trainer.train(articles + texts)
    try file.write(SubjectTrainer.bytes(weights))
    try file.commit()
    let score = SubjectTrainer.score(weights, articles)
    let figures = (articles + texts).reduce(0) { $0 + $1.count }
    print("learnt from \(figures) figures of \(articles.count) articles and \(texts.count) texts")
    print("these articles: \(score.right) of \(score.count) subjects right")
  }

  /// Judges each part of the articles by what the others and the single texts teach.
  private func judge(
    _ articles: [SubjectTrainer.Article], _ texts: [SubjectTrainer.Article],
    _ trainer: SubjectTrainer
  ) {
    var score = SubjectTrainer.Score()
    for fold in 0..<folds {
      let (rest, part) = split(articles, fold)
      let found = SubjectTrainer.score(trainer.train(rest + texts), part) {
        article, figure, right, chosen in
        guard errors else { return }
        let line = figure.split(separator: "\n").joined(separator: " ")
        print("\(article)\t\(right ?? "∅")\t\(chosen ?? "∅")\t\(line)")
      }
      score.right += found.right
      score.count += found.count
    }
    print("unseen articles: \(score.right) of \(score.count) subjects right")
  }

  // MARK: Contexts

  /// The same for contexts: the annotators of the sentences give a figure a place more readily than those
  /// of the articles.
  private static let contextWeight: Float = 2

  /// Learns for which place and date figures hold, writes the weights, and says how well they choose.
  func learnContexts() throws {
    let (articles, texts) = try read { bytes, file in
      try ContextSentences.articles(bytes, file: file, sentences: breaker)
    } make: { gold, isArticle in
      ContextTrainer.article(
        gold, sentences: breaker, weight: isArticle ? Self.contextWeight : 1)
    }
    let trainer = ContextTrainer()
    let file = try OutputFile(path: output)
    if folds > 1 {
      for (name, parts, others) in [("articles", articles, texts), ("texts", texts, articles)] {
        var counts = SpanCounts()
        for fold in 0..<folds {
          let (rest, part) = split(parts, fold)
          counts += ContextTrainer.score(trainer.train(rest + others), part)
        }
        print("unseen \(name): \(Self.line(counts))")
      }
    }
    let weights = trainer.train(articles + texts)
    try file.write(ContextTrainer.bytes(weights))
    try file.commit()
    let choices = (articles + texts).reduce(0) { $0 + $1.count }
    print("learnt from \(choices) choices of \(articles.count) articles and \(texts.count) texts")
    print("these articles: \(Self.line(ContextTrainer.score(weights, articles)))")
  }

  private static func line(_ counts: SpanCounts) -> String {
    let percent = { (part: Double) in "\(Double(Int((part * 1000).rounded())) / 10)" }
    return "precision \(percent(counts.precision)), recall \(percent(counts.recall)), "
      + "F1 \(percent(counts.f1)) of \(counts.gold) contexts"
  }

  // MARK: Data

  /// The open articles of folders, and the texts of files.
  private func read<Item>(
    texts: ([UInt8], String) throws -> [GoldArticle],
    make: (GoldArticle, _ isArticle: Bool) -> Item
  ) throws -> (articles: [Item], texts: [Item]) {
    var found: (articles: [Item], texts: [Item]) = ([], [])
    for path in data {
      if path.hasSuffix(".txt") {
        found.texts += try texts(FileContents.read(path), path).map { make($0, false) }
      } else {
        found.articles += try GoldReader.articles(at: path).filter { !$0.isHeld }
          .map { make($0, true) }
      }
    }
    return found
  }

  /// The items of one fold, and the others.
  private func split<Item>(_ items: [Item], _ fold: Int) -> (rest: [Item], part: [Item]) {
    (
      items.indices.filter { $0 % folds != fold }.map { items[$0] },
      items.indices.filter { $0 % folds == fold }.map { items[$0] }
    )
  }
}
