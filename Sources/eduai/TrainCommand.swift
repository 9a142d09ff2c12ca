import ArgumentParser
import Corpus
import Entities
import Pages
import Training

/// `eduai train`: a tagger model, or weights for subjects or contexts, from annotated text.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract:
      "Train a model for names, or for what figures count or hold for, from annotated text.",
    discussion: """
      DATA are annotated files: two columns (a character and its BIO or BMES tag on each line, an \
      empty line behind each sentence), JSON Lines with text and entities (type, start, end in \
      code points), or articles as extract --format jsonl prints them. Types: person, institution, \
      place, role. Every tenth sentence is kept for development; training stops when it no longer \
      helps there. Bad data is refused with file and line.

      With --task subjects, DATA are folders of annotated articles, as evaluate reads them, and text \
      files with one text a line, whose figures stand as [figure|noun], or [figure|∅] where the text \
      names no noun. With --task contexts, the text files mark places, dates and figures as \
      [上海|P1]有[25万人|=P1+D1]. Articles marked "held" are left out. --folds judges the model on \
      articles that it has not learnt from.

      With --plan, DATA is one folder, and the plan says which of its files belong to which corpus.

      EXAMPLES
        eduai train annotated.jsonl -o names.model
        eduai train data/ --plan scripts/model-plan.tsv --words Data/words.tsv -o names.model
        eduai train --task subjects corpus corpus/subjects.txt -o Data/subjects.model
        eduai train --task contexts corpus corpus/contexts.txt -o Data/contexts.model
      """)

  /// What is learnt.
  enum Task: String, ExpressibleByArgument, CaseIterable {
    case names, subjects, contexts
  }

  @Option(
    help:
      "What to learn: names, the nouns that figures count, or the places and dates they hold for.")
  var task = Task.names

  @Option(
    help: "With --task subjects or contexts: also judge in so many parts, each by the others.")
  var folds = 0

  @Flag(help: "With --task subjects --folds: list every subject that the other parts do not teach.")
  var errors = false

  @Argument(
    help: "Annotated files; with --plan, the folder of the plan's files.", completion: .file())
  var data: [String]

  @Option(name: .shortAndLong, help: "The model to write.", completion: .file())
  var output: String

  @Option(help: "A table of files, corpora, types, shares and uses.", completion: .file())
  var plan: String?

  @Option(help: "A word list (word, class, cost); without it, that of the built-in model.")
  var words: String?

  @Option(help: "Passes over the data at most.")
  var epochs = TrainingOptions().epochs

  @Option(help: "Added to the score of every name: more finds more names, and more that are none.")
  var nameBonus: Float = 1

  @Flag(help: "Also learn from what the plan sets apart for development.")
  var everything = false

  @Flag(help: "No progress on standard error.")
  var quiet = false

  func run() throws {
    do {
      let choices = ChoiceTraining(data: data, output: output, folds: folds, errors: errors)
      switch task {
      case .subjects: return try choices.learnSubjects()
      case .contexts: return try choices.learnContexts()
      case .names: break
      }
      let (training, development) = try corpora()
      var options = TrainingOptions()
      options.epochs = epochs
      options.nameBonus = nameBonus
      let lexicon =
        try words.map { try WordLexiconWriter.make(FileContents.read($0), file: $0) }
        ?? WordLexiconWriter.slots(of: .builtIn)
      let file = try OutputFile(path: output)
      let trainer = TaggerTrainer(lexicon: lexicon, options: options)
      let model: TrainedModel
      do {
        model = try trainer.train(training, development: development) { pass in
          if !quiet { Console.writeError(pass.line + "\n") }
        }
      } catch {
        file.discard()
        throw error
      }
      try file.write(model.bytes)
      try file.commit()
      print(model.report)
    } catch let error as TrainingDataError {
      throw refusal(error.description)
    } catch let error as InputFailure {
      throw refusal("\(error.document): \(error.reason)")
    } catch let error as GoldError {
      throw refusal("\(error.name): \(error.reason)")
    } catch let error as ModelError {
      throw refusal(error.description)
    } catch OutputFile.Failure.unwritable(let path, let reason) {
      Console.writeError("eduai: \(path): \(reason)\n")
      throw ExitCode(ExitStatus.outputFailed.rawValue)
    }
  }

  private func refusal(_ message: String) -> ExitCode {
    Console.writeError("eduai: \(message)\n")
    return ExitCode(ExitStatus.someInputsFailed.rawValue)
  }

  private func corpora() throws -> (training: [TrainingCorpus], development: [TrainingCorpus]) {
    guard let plan else {
      let files = try data.map { (name: $0, bytes: try FileContents.read($0)) }
      return try TrainingPlan.corpora(of: files)
    }
    let folder = data.first ?? "."
    return try TrainingPlan(FileContents.read(plan), file: plan)
      .corpora(everything: everything) { name in try FileContents.read(folder + "/" + name) }
  }
}
