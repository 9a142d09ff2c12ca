import HanText

/// What the model sees of one candidate: numbers of features, and the sum of their weights.
///
/// Hundreds of phrases around the figures of a sentence share words, so what a word adds is summed
/// once for the sentence, and what it adds for a figure once for that figure.
struct SubjectFeatures {
  let weights: ChoiceWeights
  /// Whether the numbers are kept, to learn from: then no sum is kept.
  let isRecorded: Bool
  private(set) var score: Int32 = 0
  private(set) var slots: [UInt32] = []

  /// The sentence that sums are kept of.
  private var sentence = -1
  /// What the tokens of the sentence add up to.
  private(set) var stretches = StretchSums()
  /// What words add at the beginning and at the end of a phrase before any figure.
  var firstWords = PartSums()
  var lastWords = PartSums()

  /// What the ends of phrases before this figure add, by token, and by how they stand to it.
  var ends = PartSums()
  var positions = PartSums()
  /// What the beginning of the phrase before this one added: phrases come beginning by beginning.
  var start: (token: Int, source: SubjectCandidate.Source, sum: Int32)?
  /// What the neighbours inside the phrase behind the figure before this one added, up to its end.
  var inside: (token: Int, source: SubjectCandidate.Source, end: Int, sum: Int32)?
  /// What all earlier subjects have in common.
  var sharing: Int32?

  /// What the length of a phrase before a figure adds, and what stands before it beside its end:
  /// for any sentence.
  var lengths = PartSums()
  var drops = PartSums()

  init(weights: ChoiceWeights, isRecorded: Bool) {
    self.weights = weights
    self.isRecorded = isRecorded
    lengths.begin(Self.lengthCount)
    drops.begin(Self.dropCount)
  }

  /// Begins with another figure.
  mutating func begin(_ view: SubjectView) {
    let count = view.tokens.count + 1
    ends.begin(count)
    positions.begin(Self.positionCount)
    start = nil
    inside = nil
    sharing = nil
    guard view.counted.sentence != sentence else { return }
    sentence = view.counted.sentence
    firstWords.begin(count)
    lastWords.begin(count)
    let weights = weights
    let z = SubjectCandidate.Source.before.family &<< 8
    stretches.read(view) { a, b in
      weights[Self.slot(z | Self.pairOfKinds, a.kind.coarse, b.kind.coarse)]
        &+ weights[Self.slot(z | Self.pairOfWords, a.full, b.full)]
    } wordWeight: {
      weights[Self.slot(Self.wordBetween, $0.word, 0)]
    }
  }

  /// The templates of neighbours inside a phrase, and of common words between it and its figure.
  static let pairOfKinds: UInt32 = 21
  static let pairOfWords: UInt32 = 189
  static let wordBetween: UInt32 = 73

  /// Adds a sum of features that was kept.
  @inline(__always)
  mutating func add(_ sum: Int32) { score &+= sum }

  /// Forgets the candidate before.
  mutating func begin() {
    score = 0
    if isRecorded { slots.removeAll(keepingCapacity: true) }
  }

  /// Adds a feature.
  ///
  /// - Parameters:
  ///   - template: which question.
  ///   - a: the answer's first part.
  ///   - b: its second part.
  ///   - times: how often it counts: broad features more than once, so that they are learnt first.
  @inline(__always)
  mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, times: Int32 = 1) {
    let slot = Self.slot(template, a, b)
    score &+= weights[slot] &* times
    if isRecorded { record(slot, times) }
  }

  /// Out of line, because only learning wants it.
  @inline(never)
  private mutating func record(_ slot: UInt32, _ times: Int32) {
    for _ in 0..<times { slots.append(slot) }
  }

  /// The number of a feature.
  @inline(__always)
  private static func slot(_ template: UInt32, _ a: UInt32, _ b: UInt32) -> UInt32 {
    var h = (template &+ 1) &* 0x9E37_79B1
    h = (h ^ a) &* 0x85EB_CA6B
    h ^= h &>> 15
    h = (h ^ b) &* 0xC2B2_AE35
    h ^= h &>> 16
    return h & UInt32(ChoiceTask.subjectCount - 1)
  }

  /// The kinds of nouns by their last character: what is measured so.
  static func ending(_ c: UInt32, isPeople: Bool) -> UInt32 {
    if isPeople { return 1 }
    switch c {
    // Lengths of time.
    case u("期"), u("限"), u("程"), u("命"), u("史"), u("效"), u("绩"), u("间"), u("时"): return 2
    // Sums of money.
    case u("额"), u("费"), u("价"), u("款"), u("金"), u("资"), u("薪"), u("润"), u("税"), u("贴"),
      u("助"), u("酬"), u("债"), u("入"), u("出"):
      return 3
    // Shares.
    case u("率"), u("比"), u("重"), u("例"): return 4
    // Measures.
    case u("积"), u("量"), u("长"), u("高"), u("宽"), u("径"), u("距"), u("速"), u("温"), u("压"),
      u("深"), u("值"), u("度"), u("强"):
      return 5
    case u("数"), u("口"): return 6
    case u("龄"): return 7
    default: return 0
    }
  }
}
