import ArgumentParser
import Corpus
import Entities
import HanText
import Pages

/// `eduai evaluate`: precision, recall and F1 against annotated articles.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare with annotated articles: precision, recall and F1.",
    discussion: """
      GOLD is a folder with gold/ and articles/ inside, a folder of annotated articles (.json, one \
      object each, or .jsonl), or one such file, in the shape that extract --format jsonl prints. \
      Articles marked "held" count only with --held or --all, so that nobody tunes to them.

      EXAMPLES
        eduai evaluate corpus
        eduai evaluate corpus --errors
        eduai evaluate corpus --held --json
      """)

  /// Which articles count.
  enum Selection: String, EnumerableFlag {
    case open, held, all
  }

  @Argument(help: "Annotated articles.", completion: .file())
  var gold: String

  @Flag(help: "Which articles count: those open to tuning, those held back, or all.")
  var selection = Selection.open

  @OptionGroup var recognition: RecognitionOptions

  @Flag(help: "Print the figures as JSON, with every error.")
  var json = false

  @Flag(help: "List what was missed, spurious or wrong.")
  var errors = false

  func run() throws {
    let articles: [GoldArticle]
    do throws(GoldError) { articles = try GoldReader.articles(at: gold) } catch {
      Console(isQuiet: true).failure(error.name, error.reason)
      throw ExitCode(ExitStatus.someInputsFailed.rawValue)
    }
    let console = Console(isQuiet: true)
    let analyzer = try Analyzer(tagger: recognition.tagger())
    let breaker = SentenceBreaker()
    var evaluation = Evaluation()
    var failures = 0
    for article in articles where selects(article) {
      do throws(InputFailure) {
        let cleaned = try clean(article)
        let analysis = analyzer.analyze(cleaned, sentences: breaker)
        evaluation.add(Record(article: cleaned, analysis: analysis), gold: article.record)
      } catch {
        failures += 1
        console.failure(error.document, error.reason)
      }
    }
    try print(evaluation)
    try (failures == 0 ? ExitStatus.success : .someInputsFailed).end()
  }

  private func selects(_ article: GoldArticle) -> Bool {
    switch selection {
    case .open: !article.isHeld
    case .held: article.isHeld
    case .all: true
    }
  }

  /// The article as the program reads it: from its page, or from the gold text as it stands.
  private func clean(_ gold: GoldArticle) throws(InputFailure) -> Article {
    guard let path = gold.path else {
      var article = gold.record.article
      article.title = nil
      return article
    }
    guard let record = InputReader(paths: [path]).next() else {
      throw InputFailure(document: path, reason: "nothing to read")
    }
    return try Cleaner().article(from: record.get())
  }

  private func print(_ evaluation: Evaluation) throws {
    let output = OutputFile()
    do throws(OutputFile.Failure) {
      if json {
        try output.write(evaluation.json)
      } else {
        if errors {
          for error in evaluation.errors {
            let line = "\(error.document): \(error.kind.rawValue) \(error.what): \(error.detail)\n"
            try output.write(Array(line.utf8))
          }
          try output.write([0x0A])
        }
        try output.write(Array(evaluation.report.utf8))
      }
      try output.commit()
    } catch {
      guard case .unwritable(let path, let reason) = error else { return }
      Console(isQuiet: true).failure(path, "cannot be written: \(reason)")
      throw ExitCode(ExitStatus.outputFailed.rawValue)
    }
  }
}
