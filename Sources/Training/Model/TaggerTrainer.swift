import Entities
import HanText

/// How to train.
public struct TrainingOptions: Sendable {
  /// Passes over the data at most.
  public var epochs = 12
  /// Passes without a better score after which training stops; 0 for never.
  public var patience = 3
  /// AdaGrad's rate.
  public var rate: Float = 0.25
  /// Passes that only find out which features deserve a row; 0 to let the last pass decide.
  public var selectionPasses = 1
  /// Part of the features hidden, at random, at every look, so that no few of them carry a label
  /// alone.
  public var dropout: Float = 0.3
  /// Part of a weight that is lost at every step of rate 1 (L2).
  public var decay: Float = 0.003
  /// Added to the score of every start of a name when the model is written: text of another kind
  /// than that learned from shows fewer of its features, which would otherwise cost recall.
  public var nameBonus: Float = 1
  /// Features seen more seldom are left out.
  public var leastCount: UInt8 = 2
  /// Whether the written weights are the mean over the passes behind the first.
  public var averages = true
  /// Where the order of sentences starts from.
  public var seed: UInt64 = 1

  /// The defaults.
  public init() {}
}

/// Trains the linear-chain tagger as a conditional random field: AdaGrad over the likelihood of
/// the annotated labels, where unannotated types leave a scalar's label open; one set of weights
/// shared by all corpora and one for the habits of each, folded into one when the model is written.
///
/// The same corpora, options and word list give the same bytes.
public struct TaggerTrainer {
  private let options: TrainingOptions
  private let lexicon: [UInt8]

  /// Makes a trainer over a word list.
  ///
  /// - Parameter lexicon: slots from `WordLexiconWriter`, or `TaggerTrainer.lexicon(of:)`.
  public init(lexicon: [UInt8], options: TrainingOptions = TrainingOptions()) {
    self.options = options
    // Without a word list, an empty one: look-ups count on at least one bucket.
    let least = WordLexicon.byteCount(buckets: 1)
    self.lexicon = lexicon.count >= least ? lexicon : [UInt8](repeating: 0, count: least)
  }

  /// Trains on corpora, stopping where the development sets say so.
  ///
  /// - Parameter progress: called after every pass.
  /// - Complexity: about 10 s a pass and a million scalars.
  public func train(
    _ corpora: [TrainingCorpus], development: [TrainingCorpus],
    progress: (EpochReport) -> Void = { _ in }
  ) throws(ModelError) -> TrainedModel {
    var run = TrainingRun(corpora, options: options, lexicon: lexicon)
    if options.selectionPasses > 0 {
      for _ in 0..<options.selectionPasses { run.pass() }
      run = run.restarted()
    }
    var best: (mean: Double, epoch: Int, bytes: [UInt8], rows: Int) = (-1, 0, [], 0)
    var epochs: [EpochReport] = []
    for epoch in 1...max(1, options.epochs) {
      if epoch <= 2 { run.startAverage() }
      run.pass(averaging: options.averages)
      let (bytes, rows) = run.write()
      let tagger = try LinearTagger(model: bytes)
      let scores = development.map { ($0.name, TaggerScore.of(tagger, on: $0.sentences)) }
      let mean = scores.map(\.1.micro.f1).reduce(0, +) / Double(max(1, scores.count))
      let isBest = mean > best.mean || development.isEmpty
      if isBest { best = (mean, epoch, bytes, rows) }
      let report = EpochReport(
        epoch: epoch, sentences: run.sentenceCount,
        scores: scores.map { (name: $0.0, score: $0.1) }, meanF1: mean, isBest: isBest)
      epochs.append(report)
      progress(report)
      if options.patience > 0, epoch - best.epoch >= options.patience { break }
    }
    return TrainedModel(
      bytes: best.bytes, epochs: epochs, bestEpoch: best.epoch, features: run.featureCount,
      rows: best.rows)
  }
}

/// Numbers that look random but are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}
