import HanText

/// Turns a sentence into the hashed features of each scalar.
///
/// Features are n-grams of scalars and of character classes, words of the lexicon that start, end
/// or stand over a scalar, and the words around it in the likeliest segmentation. A feature is
/// known only by its hash of `hashBits` bits. Training and tagging share this code; a change of any
/// template changes `version`.
package struct FeatureExtractor: Sendable {
  /// Version of the templates, written into every model.
  package static let version: UInt32 = 2
  /// Bits of a feature's hash: the low ones name its slot in the table of weights, the others are
  /// the tag by which the slot knows it.
  package static let hashBits = slotBits + tagBits
  /// Bits of a slot's number.
  package static let slotBits = 19
  /// Bits of a tag.
  package static let tagBits = 7
  /// Mask of a slot's number.
  package static let slotMask: UInt32 = (1 << UInt32(slotBits)) - 1
  /// Features of one scalar.
  package static let perScalar = 40

  private let lexicon: WordLexicon
  private let classes = CharacterClasses.shared

  /// Makes an extractor over a word list.
  package init(lexicon: WordLexicon) { self.lexicon = lexicon }

  /// Fills `scratch.features` for a sentence of the Simplified shadow.
  ///
  /// - Complexity: O(length); allocates only where the sentence is longer than any before.
  package func extract(_ sentence: ArraySlice<UInt32>, into scratch: inout FeatureScratch) {
    scratch.prepare(sentence, classes: classes)
    WordScan(lexicon: lexicon).scan(&scratch)
    for i in 0..<scratch.count { fill(i, &scratch) }
  }

  /// The features of scalar `i`.
  private func fill(_ i: Int, _ s: inout FeatureScratch) {
    let p = i &+ FeatureScratch.pad
    let base = i &* Self.perScalar
    s.characters.withUnsafeBufferPointer { c in
      s.classes.withUnsafeBufferPointer { t in
        s.features.withUnsafeMutableBufferPointer { out in
          var sink = FeatureSink(features: out, next: base)
          Self.characterFeatures(p, c, t, &sink)
        }
      }
    }
    s.features.withUnsafeMutableBufferPointer { out in
      var sink = FeatureSink(features: out, next: base &+ Self.characterTemplates)
      s.starts.withUnsafeBufferPointer { starts in
        s.ends.withUnsafeBufferPointer { ends in
          Self.matchFeatures(p, s.characters[p], starts, ends, s.covers[p], &sink)
        }
      }
      s.tokens.withUnsafeBufferPointer { tokens in
        Self.wordFeatures(p, Int(s.tokenOf[p]), tokens, s.characters, s.classes[p], &sink)
      }
    }
  }

  private static let characterTemplates = 15

  private static func characterFeatures(
    _ p: Int, _ c: UnsafeBufferPointer<UInt64>, _ t: UnsafeBufferPointer<UInt8>,
    _ sink: inout FeatureSink
  ) {
    let a3 = c[p - 3], a2 = c[p - 2], a1 = c[p - 1], o = c[p]
    let b1 = c[p + 1], b2 = c[p + 2], b3 = c[p + 3]
    let left = FeatureHash.extend(a1, o)
    let right = FeatureHash.extend(o, b1)
    let farLeft = FeatureHash.extend(a2, a1)
    let farRight = FeatureHash.extend(b1, b2)
    sink.add(1, a2)
    sink.add(2, a1)
    sink.add(3, o)
    sink.add(4, b1)
    sink.add(5, b2)
    sink.add(6, farLeft)
    sink.add(7, left)
    sink.add(8, right)
    sink.add(9, farRight)
    sink.add(10, FeatureHash.extend(farLeft, o))
    sink.add(11, FeatureHash.extend(left, b1))
    sink.add(12, FeatureHash.extend(right, b2))
    sink.add(13, FeatureHash.extend(FeatureHash.extend(a3, a2), left))
    sink.add(14, FeatureHash.extend(right, FeatureHash.extend(b2, b3)))
    let near = UInt64(t[p - 1]) | UInt64(t[p]) &<< 4 | UInt64(t[p + 1]) &<< 8
    sink.add(15, near | UInt64(t[p - 2]) &<< 12 | UInt64(t[p + 2]) &<< 16)
  }

  private static func matchFeatures(
    _ p: Int, _ o: UInt64, _ starts: UnsafeBufferPointer<UInt16>,
    _ ends: UnsafeBufferPointer<UInt16>, _ cover: UInt32, _ sink: inout FeatureSink
  ) {
    let start = UInt64(starts[p]), end = UInt64(ends[p]), over = UInt64(cover)
    let before = UInt64(ends[p - 1]), after = UInt64(starts[p + 1])
    sink.add(16, start)
    sink.add(17, end)
    sink.add(18, over)
    sink.add(19, before)
    sink.add(20, after)
    sink.add(21, start | before &<< 16)
    sink.add(22, end | after &<< 16)
    sink.add(23, FeatureHash.extend(o, over))
  }

  private static func wordFeatures(
    _ p: Int, _ k: Int, _ tokens: UnsafeBufferPointer<FeatureScratch.Token>,
    _ characters: [UInt64], _ characterClass: UInt8, _ sink: inout FeatureSink
  ) {
    let word = tokens[k], a1 = tokens[k - 1], a2 = tokens[k - 2]
    let b1 = tokens[k + 1], b2 = tokens[k + 2]
    let first = p == Int(word.start)
    let last = p == Int(word.start) &+ Int(word.count) &- 1
    let place: UInt64 = first ? (last ? 3 : 0) : (last ? 2 : 1)
    let k0 = UInt64(word.kind), ka1 = UInt64(a1.kind), kb1 = UInt64(b1.kind)
    let own = place | k0 &<< 2
    sink.add(24, own | UInt64(word.count) &<< 12)
    sink.add(25, own | ka1 &<< 12)
    sink.add(26, own | kb1 &<< 12)
    sink.add(27, own | ka1 &<< 12 | kb1 &<< 18)
    sink.add(28, word.hash ^ place)
    sink.add(29, a1.hash ^ place)
    sink.add(30, b1.hash ^ place)
    sink.add(31, a1.hash ^ own &<< 8)
    sink.add(32, b1.hash ^ own &<< 8)
    sink.add(33, FeatureHash.extend(a1.hash, word.hash) ^ place)
    sink.add(34, FeatureHash.extend(word.hash, b1.hash) ^ place)
    sink.add(35, a2.hash ^ place)
    sink.add(36, b2.hash ^ place)
    sink.add(37, FeatureHash.extend(a2.hash, a1.hash) ^ place)
    sink.add(38, FeatureHash.extend(b1.hash, b2.hash) ^ place)
    // The noun ahead that would end an institution's name, and the title before or behind.
    sink.add(39, word.headAhead.hash ^ own &<< 8 ^ UInt64(word.headAhead.distance) &<< 20)
    sink.add(40, word.headAhead.hash ^ UInt64(characterClass))
  }
}

/// Where features are written, one after another.
struct FeatureSink {
  let features: UnsafeMutableBufferPointer<UInt32>
  var next: Int

  /// Writes the feature of one template.
  @inline(__always)
  mutating func add(_ template: UInt64, _ value: UInt64) {
    let h = (value &+ template &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    let mixed = (h ^ (h &>> 32)) &* 0xD6E8_FEB8_6659_FD93
    features[next] = UInt32(
      truncatingIfNeeded: mixed &>> UInt64(64 - FeatureExtractor.hashBits))
    next &+= 1
  }
}
