import Entities
import HanText

/// What tells near-duplicates of an article: made from the letters of its shadow alone, so that
/// script, width, punctuation and spacing do not matter.
struct Signature: Sendable, Equatable {
  /// Letters in a shingle. Five, so that one changed character breaks five of them, while
  /// articles on one topic share few.
  static let shingleLength = 5
  /// Hash functions of the MinHash.
  static let laneCount = 64
  /// Names kept as facts; of more, those with the smallest digests (a bottom-k sketch).
  static let mostFacts = 64

  /// Digest of all letters: equal for copies that differ in script or punctuation only.
  var exact: UInt64
  /// The least value of each hash function over the shingles.
  var lanes: [UInt32]
  /// Digests of the distinct mentions by type and name, ascending.
  var facts: [UInt32]

  /// Makes the signature of an article.
  ///
  /// - Complexity: O(length × lanes / vector width), about 20 µs for 1,000 characters.
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
    shadow.filter { SearchTokens.isCharacter($0) || SearchTokens.isWord($0) }
      .map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
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
    let last = max(0, letters.count - shingleLength)
    guard !letters.isEmpty else { return }
    for start in 0...last {
      var hash: UInt64 = 0
      for i in start..<min(start + shingleLength, letters.count) {
        hash = hash &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(letters[i])
      }
      body(UInt32(truncatingIfNeeded: mix(hash) >> 32))
    }
  }

  private static func lanes(of letters: Scalars) -> [UInt32] {
    var minima = [SIMD16<UInt32>](repeating: SIMD16(repeating: .max), count: laneCount / 16)
    minima.withUnsafeMutableBufferPointer { minima in
      multipliers.withUnsafeBufferPointer { multipliers in
        forEachShingle(of: letters) { digest in
          for block in minima.indices {
            let value = SIMD16(repeating: digest) &* multipliers[block]
            // The high bits of a product are the good ones; the shift folds them down.
            let folded = value ^ (value &>> SIMD16(repeating: 15))
            minima[block] = pointwiseMin(minima[block], folded)
          }
        }
      }
    }
    return minima.flatMap { block in block.indices.map { block[$0] } }
  }

  /// Odd factors, the same in every run: the sequence of SplitMix64.
  private static let multipliers: [SIMD16<UInt32>] = (0..<laneCount / 16).map { block in
    var factors = SIMD16<UInt32>()
    for i in 0..<16 {
      let state = UInt64(block * 16 + i + 1) &* 0x9E37_79B9_7F4A_7C15
      factors[i] = UInt32(truncatingIfNeeded: mix(state) >> 32) | 1
    }
    return factors
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
