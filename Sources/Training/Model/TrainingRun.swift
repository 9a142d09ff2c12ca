import Entities
import HanText

/// The state of a training between two passes.
struct TrainingRun {
  /// A sentence ready to be learned from.
  private struct Item {
    var shadow: Scalars
    var masks: [LabelMask]
    var corpus: Int
  }

  private let options: TrainingOptions
  private let extractor: FeatureExtractor
  private let shares: [Float]
  private let index: FeatureIndex
  private let table: WeightTable
  private let items: [Item]
  private var transitions = [Float](repeating: 0, count: 41)
  private var transitionSquares = [Float](repeating: 0, count: 41)
  private var generator: SeededGenerator

  // Working memory of one sentence.
  private var scratch = FeatureScratch()
  private var rows: [Int32] = []
  private var scores: [SIMD16<Float>] = []
  private var model = LabelLattice()
  private var truth = LabelLattice()
  private var anyMask: [LabelMask] = []

  /// Number of training sentences.
  var sentenceCount: Int { items.count }
  /// Number of features kept.
  var featureCount: Int { index.count }

  /// Counts the features of all corpora and makes room for those seen often enough.
  init(_ corpora: [TrainingCorpus], options: TrainingOptions, extractor: FeatureExtractor) {
    var items: [Item] = []
    var scratch = FeatureScratch()
    for (number, corpus) in corpora.enumerated() {
      for sentence in corpus.sentences where !sentence.text.isEmpty {
        let shadow = Shadow.make(sentence.text)
        extractor.extract(shadow[...], into: &scratch)
        let masks = corpus.masks(of: sentence.joiningPlaces(singles: false)) { i in
          scratch.wordClass(at: i)
        }
        items.append(Item(shadow: shadow, masks: masks, corpus: number))
      }
    }
    var counts = [UInt8](repeating: 0, count: 1 << FeatureExtractor.hashBits)
    for item in items {
      extractor.extract(item.shadow[...], into: &scratch)
      for k in 0..<(scratch.count * FeatureExtractor.perScalar) {
        let hash = Int(scratch.features[k])
        if counts[hash] < 255 { counts[hash] += 1 }
      }
    }
    self.init(
      items, shares: corpora.map(\.share), options: options, extractor: extractor,
      index: FeatureIndex { counts[$0] >= options.leastCount })
  }

  private init(
    _ items: [Item], shares: [Float], options: TrainingOptions, extractor: FeatureExtractor,
    index: FeatureIndex
  ) {
    self.items = items
    self.shares = shares
    self.options = options
    self.extractor = extractor
    self.index = index
    generator = SeededGenerator(seed: options.seed)
    table = WeightTable(features: index.count, corpora: shares.count)
  }

  /// A run that starts again with only the features that own a slot of the model, so that they
  /// learn to do without the others.
  func restarted() -> TrainingRun {
    let sizes = foldedWeights().map { max($0.max(), -$0.min()) }
    let owners = Set(ModelWriter.owners(index: index, sizes: sizes, least: 0).owners)
    let selected = FeatureIndex { hash in
      guard let row = index.row(of: UInt32(truncatingIfNeeded: hash)) else { return false }
      return owners.contains(Int32(row))
    }
    return TrainingRun(
      items, shares: shares, options: options, extractor: extractor, index: selected)
  }

  private func foldedWeights() -> [SIMD16<Float>] {
    (0..<index.count).map { table.folded($0, shares: shares) }
  }

  /// Learns from every sentence once, in a new order.
  mutating func pass() {
    var order = Array(items.indices)
    for k in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(k, Int(generator.next() % UInt64(k + 1)))
    }
    for number in order { learn(items[number]) }
  }

  private mutating func learn(_ item: Item) {
    let count = item.shadow.count
    look(item, count)
    let factors = TransitionFactors(Self.exponentials(transitions))
    guard model.run(scores: scores, masks: anyMask, count: count, t: factors),
      truth.run(scores: scores, masks: item.masks, count: count, t: factors)
    else { return }
    let perScalar = FeatureExtractor.perScalar
    for i in 0..<count {
      let gradient = model.marginals[i] - truth.marginals[i]
      let norm = (gradient * gradient).sum()
      guard norm > 1e-6 else { continue }
      for k in (i &* perScalar)..<(i &* perScalar &+ perScalar) where rows[k] >= 0 {
        table.step(
          Int(rows[k]), corpus: item.corpus, gradient, norm: norm, rate: options.rate,
          decay: options.decay)
      }
    }
    let expected = model.expected.numbers, found = truth.expected.numbers
    for k in 0..<41 {
      let gradient = expected[k] - found[k]
      transitionSquares[k] += gradient * gradient
      transitions[k] -=
        gradient * options.rate / (transitionSquares[k] + WeightTable.damping).squareRoot()
    }
  }

  /// Finds the rows of a sentence's features and sums their weights.
  private mutating func look(_ item: Item, _ count: Int) {
    let perScalar = FeatureExtractor.perScalar
    if scores.count < count {
      scores = Array(repeating: SIMD16(repeating: 0), count: count)
      rows = Array(repeating: -1, count: count * perScalar)
      anyMask = Array(repeating: .any, count: count)
    }
    extractor.extract(item.shadow[...], into: &scratch)
    let least = UInt64(Double(options.dropout) * 4_294_967_296)
    let scale = 1 / (1 - options.dropout)
    var noise = generator.next()
    for i in 0..<count {
      var sum = SIMD16<Float>(repeating: 0)
      for k in (i &* perScalar)..<(i &* perScalar &+ perScalar) {
        noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        guard noise &>> 32 >= least, let row = index.row(of: scratch.features[k])
        else {
          rows[k] = -1
          continue
        }
        rows[k] = Int32(truncatingIfNeeded: row)
        sum += table.sum(row, corpus: item.corpus)
      }
      scores[i] = sum * scale
    }
  }

  private static func exponentials(_ scores: [Float]) -> [Float] {
    // The factor common to all does not matter, so the largest may be 1.
    let top = max(0, scores.max() ?? 0)
    var result: [Float] = []
    for from in stride(from: 0, to: scores.count, by: 16) {
      var lanes = SIMD16<Float>(repeating: 0)
      for k in from..<min(scores.count, from + 16) { lanes[k - from] = scores[k] - top }
      let powers = exponential(lanes)
      for k in from..<min(scores.count, from + 16) { result.append(powers[k - from]) }
    }
    return result
  }

  /// Folds the weights and writes them as a model.
  func write(lexicon: [UInt8]) -> (bytes: [UInt8], rows: Int) {
    let weights = foldedWeights()
    var transitions = transitions
    for from in 0..<5 {
      // Not of roles: most corpora leave them open, which favours them enough.
      for type in 0..<3 { transitions[5 * from + type] += options.nameBonus }
    }
    return ModelWriter.write(
      index: index, weights: weights, transitions: transitions, lexicon: lexicon)
  }
}
