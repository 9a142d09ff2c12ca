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
  private let frame: ModelWriter.Frame
  private let extractor: FeatureExtractor
  private let shares: [Float]
  private let index: LineIndex
  private let table: WeightTable
  private let items: [Item]
  private var transitions = [Float](repeating: 0, count: 41)
  private var transitionSquares = [Float](repeating: 0, count: 41)
  private var generator: SeededGenerator
  private var average: WeightAverage

  // Working memory of one sentence.
  private let scratch = FeatureScratch()
  private var rows: [Int32] = []
  private var scores: [SIMD16<Float>] = []
  private var model = LabelLattice()
  private var truth = LabelLattice()
  private var anyMask: [LabelMask] = []

  /// Number of training sentences.
  var sentenceCount: Int { items.count }
  /// Number of features kept.
  var featureCount: Int { index.hashes.count }

  /// Counts what occurs in all corpora and makes room for what is seen often enough.
  ///
  /// - Parameter lexicon: the word list as `WordLexiconWriter` makes it.
  init(_ corpora: [TrainingCorpus], options: TrainingOptions, lexicon: [UInt8]) {
    let sentences = corpora.map { corpus in
      corpus.sentences.filter { !$0.text.isEmpty }.map { (Shadow.make($0.text), $0) }
    }
    let numbers = CharacterCounts.numbers(
      of: sentences.flatMap { $0.map(\.0) }, least: Int(options.leastCount))
    let frame = ModelWriter.Frame(
      characters: CharacterCounts.bytes(of: numbers), lexicon: lexicon)
    let extractor = Self.extractor(frame)
    let scratch = FeatureScratch()
    var items: [Item] = []
    var occurrences: [UInt32] = []
    for (number, corpus) in corpora.enumerated() {
      for (shadow, sentence) in sentences[number] {
        extractor.extract(shadow, into: scratch)
        let masks = corpus.masks(of: sentence.joiningPlaces(singles: false)) { i in
          scratch.wordClass(at: i)
        }
        items.append(Item(shadow: shadow, masks: masks, corpus: number))
        scratch.resolve { block, count in
          occurrences.append(contentsOf: UnsafeBufferPointer(start: block, count: count))
        }
      }
    }
    self.init(
      items, shares: corpora.map(\.share), options: options, frame: frame,
      index: LineIndex(occurrences: occurrences, least: Int(options.leastCount)))
  }

  private init(
    _ items: [Item], shares: [Float], options: TrainingOptions, frame: ModelWriter.Frame,
    index: LineIndex
  ) {
    self.items = items
    self.shares = shares
    self.options = options
    self.frame = frame
    extractor = Self.extractor(frame)
    self.index = index
    generator = SeededGenerator(seed: options.seed)
    table = WeightTable(features: index.lines * FeatureLines.rows, corpora: shares.count)
    average = WeightAverage()
  }

  private static func extractor(_ frame: ModelWriter.Frame) -> FeatureExtractor {
    FeatureExtractor(
      lexicon: WordLexicon(
        bytes: ModelBytes(copying: frame.lexicon), offset: 0, count: frame.lexiconBuckets),
      characters: CharacterNumbers(bytes: ModelBytes(copying: frame.characters), offset: 0))
  }

  /// A run that starts again with only the lines that own a slot of the model, so that they learn
  /// to do without the others.
  func restarted() -> TrainingRun {
    let owners = ModelWriter.owners(index: index, weights: foldedWeights())
    let selected = owners.filter { $0 > 0 }.map {
      index.hashes[Int($0) - FeatureLines.firstHashed]
    }
    return TrainingRun(
      items, shares: shares, options: options, frame: frame, index: LineIndex(selected.sorted()))
  }

  private func foldedWeights() -> [SIMD16<Float>] {
    (0..<(index.lines * FeatureLines.rows)).map { table.folded($0, shares: shares) }
  }

  /// Learns from every sentence once, in a new order.
  ///
  /// - Parameter averaging: whether states of the pass enter the average.
  mutating func pass(averaging: Bool = false) {
    var order = Array(items.indices)
    for k in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(k, Int(generator.next() % UInt64(k + 1)))
    }
    let piece = max(1, order.count / Self.snapshots)
    for (k, number) in order.enumerated() {
      learn(items[number])
      if averaging, (k + 1) % piece == 0 {
        average.add(foldedWeights(), transitions: transitions)
      }
    }
  }

  /// States of a pass that are averaged.
  private static let snapshots = 8

  /// Forgets the average, so that it is over what comes.
  mutating func startAverage() { average.reset() }

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
    extractor.extract(item.shadow, into: scratch)
    scratch.resolve { block, count in
      for k in 0..<count { block[k] = index.line(of: block[k]) }
    }
    let least = UInt64(Double(options.dropout) * 4_294_967_296)
    let scale = 1 / (1 - options.dropout)
    var noise = generator.next()
    var sum = SIMD16<Float>(repeating: 0)
    var k = 0
    rows.withUnsafeMutableBufferPointer { rows in
      scores.withUnsafeMutableBufferPointer { scores in
        FeatureExtractor.visit(scratch) { line, place in
          noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          if line != 0, noise &>> 32 >= least {
            let row = Int(line) &* FeatureLines.rows &+ place
            rows[k] = Int32(truncatingIfNeeded: row)
            sum += table.sum(row, corpus: item.corpus)
          } else {
            rows[k] = -1
          }
          k &+= 1
        } done: { scalar in
          scores[scalar] = sum * scale
          sum = SIMD16(repeating: 0)
        }
      }
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

  /// Folds the weights, or takes their average, and writes them as a model.
  func write() -> (bytes: [UInt8], lines: Int) {
    let averaged = average.mean
    let weights = averaged?.weights ?? foldedWeights()
    var transitions = averaged?.transitions ?? transitions
    for from in 0..<5 {
      // Not of roles: most corpora leave them open, which favours them enough.
      for type in 0..<3 { transitions[5 * from + type] += options.nameBonus }
    }
    return ModelWriter(frame: frame).write(
      index: index, weights: weights, transitions: transitions)
  }
}
