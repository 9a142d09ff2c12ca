import Entities
import HanText

/// What tells near-duplicates of an article: made from the letters of its shadow alone, so that
/// script, width, punctuation and spacing do not matter.
struct Signature: Sendable, Equatable {
  /// Letters in a shingle. Five, so that one changed character breaks five of them, while
  /// articles on one topic share few.
  static let shingleLength = 5
  /// Values of the MinHash; as many as six bits number.
  static let laneCount = 64
  /// Names kept as facts; of more, those with the smallest digests (a bottom-k sketch).
  static let mostFacts = 64

  /// Digest of all letters: equal for copies that differ in script or punctuation only.
  var exact: UInt64
  /// The MinHash of the shingles.
  var lanes: [UInt32]
  /// Digests of the distinct mentions by type and name, ascending.
  var facts: [UInt32]

  /// Makes the signature of an article.
  ///
  /// - Complexity: O(length), about 10 µs for 1,000 characters.
  init(shadow: Scalars, mentions: [Mention]) {
    let letters = Self.letters(of: shadow)
    exact = letters.reduce(0xCBF2_9CE4_8422_2325) { Self.mix($0 ^ UInt64($1)) }
    lanes = Self.lanes(of: letters)
    var digests = mentions.map { Self.fact($0) }
    digests.sort()
    facts = []
    for digest in digests where facts.last != digest && facts.count < Self.mostFacts {
      facts.append(digest)
    }
  }

  /// The scalars that count: characters, letters and digits, in lower case.
  static func letters(of shadow: Scalars) -> Scalars {
    if shadow.isEmpty { return [] }
    return Scalars(unsafeUninitializedCapacity: shadow.count) { letters, count in
      for c in shadow where SearchTokens.isCharacter(c) || SearchTokens.isWord(c) {
        letters[count] = c &- 0x41 < 26 ? c | 0x20 : c
        count += 1
      }
    }
  }

  /// The digests of the distinct shingles of some letters, ascending.
  static func shingles(of letters: Scalars) -> [UInt32] {
    var digests: [UInt32] = []
    digests.reserveCapacity(letters.count)
    forEachShingle(of: letters) { digests.append($0) }
    digests.sort()
    var distinct = 0
    for i in digests.indices where i == 0 || digests[i] != digests[distinct - 1] {
      digests[distinct] = digests[i]
      distinct += 1
    }
    digests.removeLast(digests.count - distinct)
    return digests
  }

  private static func forEachShingle(of letters: Scalars, _ body: (UInt32) -> Void) {
    // A polynomial of the letters, each step taking one in and one out.
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var outFactor: UInt64 = 1
    for _ in 0..<shingleLength { outFactor = outFactor &* factor }
    let first = min(shingleLength, letters.count) - 1
    var hash: UInt64 = 0
    for i in letters.indices {
      hash = hash &* factor &+ UInt64(letters[i])
      if i >= shingleLength { hash &-= UInt64(letters[i - shingleLength]) &* outFactor }
      if i >= first { body(UInt32(truncatingIfNeeded: mix(hash) >> 32)) }
    }
  }

  /// The MinHash of some letters by Fast Similarity Sketching (Dahlgaard, Knudsen, Thorup, FOCS 2017):
  /// a round draws a lane and a value for each shingle, and as many rounds are made as it takes to give
  /// every lane one: the first is enough for an article, twenty for a headline. Two texts have a lane
  /// in common with the probability that is the share of their common shingles, as with a hash function
  /// for each lane, at a sixtieth of the work.
  ///
  /// A value of a later round is greater, so what the earlier round gave stays.
  static func lanes(of letters: Scalars) -> [UInt32] {
    var lanes = [UInt32](repeating: .max, count: laneCount)
    var digests: [UInt32] = []
    digests.reserveCapacity(letters.count)
    forEachShingle(of: letters) { digests.append($0) }
    guard !digests.isEmpty else { return lanes }
    var empty = laneCount
    var round: UInt32 = 0
    while empty > 0, round < lastRound {
      for digest in digests {
        let drawn = round == 0 ? digest : drawn(digest, round)
        // Six bits draw the lane, the others are the value, below the round's number.
        let lane = Int(drawn >> valueBits)
        let value = round << valueBits | drawn & valueMask
        guard value < lanes[lane] else { continue }
        if lanes[lane] == .max { empty -= 1 }
        lanes[lane] = value
      }
      round += 1
    }
    // What a few shingles never drew is given to each lane by itself.
    for lane in lanes.indices where lanes[lane] == .max {
      let values = digests.map { drawn($0, lastRound + UInt32(lane)) & valueMask }
      lanes[lane] = lastRound << valueBits | (values.min() ?? valueMask)
    }
    return lanes
  }

  private static let valueBits: UInt32 = 26
  private static let valueMask: UInt32 = 1 << valueBits - 1
  private static let lastRound: UInt32 = 63

  private static func drawn(_ digest: UInt32, _ round: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: mix(UInt64(digest) << 32 | UInt64(round)) >> 32)
  }

  private static func fact(_ mention: Mention) -> UInt32 {
    var hash: UInt64 =
      switch mention.kind {
      case .person: 1
      case .institution: 2
      case .place: 3
      case .figure: 4
      case .date: 5
      case .policy: 6
      }
    for byte in mention.name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: mix(hash) >> 32)
  }

  /// The finisher of SplitMix64 (Steele, Lea, Flood 2014): every bit depends on every bit.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// Numbers as bytes, little end first.
  static func bytes(_ numbers: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 4)
    for number in numbers {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// Numbers from bytes.
  static func numbers(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    let raw = UnsafeRawBufferPointer(bytes)
    return (0..<bytes.count / 4).map { i in
      UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self))
    }
  }
}
