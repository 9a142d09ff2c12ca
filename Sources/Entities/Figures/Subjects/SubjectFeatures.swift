import HanText

/// What the model sees of one candidate: numbers of features, and the sum of their weights.
struct SubjectFeatures {
  let weights: SubjectWeights
  /// Whether the numbers are kept, to learn from.
  let isRecorded: Bool
  private(set) var score: Int32 = 0
  private(set) var slots: [UInt32] = []
  /// What the ends of phrases before the figure add.
  var starts = PartSums()
  var ends = PartSums()
  /// What the tokens of the sentence add up to.
  private(set) var stretches = StretchSums()

  init(weights: SubjectWeights, isRecorded: Bool) {
    self.weights = weights
    self.isRecorded = isRecorded
  }

  /// Begins with another figure.
  mutating func begin(_ view: SubjectView) {
    starts.begin(view.tokens.count + 1, isRecorded: isRecorded)
    ends.begin(view.tokens.count + 1, isRecorded: isRecorded)
    let weights = weights
    let z = SubjectCandidate.Source.before.family &<< 8
    stretches.begin(view) { a, b in
      weights[Self.slot(z | Self.pairOfKinds, a.kind.coarse, b.kind.coarse)]
        &+ weights[Self.slot(z | Self.pairOfWords, a.full, b.full)]
    }
  }

  /// The templates of neighbours inside a phrase.
  static let pairOfKinds: UInt32 = 21
  static let pairOfWords: UInt32 = 189

  /// The score and the number of features so far.
  var mark: (score: Int32, count: Int) { (score, slots.count) }

  /// Adds features whose sum is known.
  mutating func add(_ sum: Int32, _ features: [UInt32]) {
    score &+= sum
    if isRecorded { slots += features }
  }

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
    if isRecorded { for _ in 0..<times { slots.append(slot) } }
  }

  /// The number of a feature.
  @inline(__always)
  private static func slot(_ template: UInt32, _ a: UInt32, _ b: UInt32) -> UInt32 {
    var h = (template &+ 1) &* 0x9E37_79B1
    h = (h ^ a) &* 0x85EB_CA6B
    h ^= h &>> 15
    h = (h ^ b) &* 0xC2B2_AE35
    h ^= h &>> 16
    return h & SubjectWeights.mask
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
