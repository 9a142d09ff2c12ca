/// Sums the rows of every scalar of a sentence: those that `FeatureExtractor.visit` names, in
/// another order, which changes no sum.
///
/// A line tells about up to five scalars in a row, so the sums of six scalars are kept while the
/// lines go by, each of which is looked up once. Words and matches are added in a second pass.
struct EmissionSums {
  /// The first line of weights.
  let lines: UnsafeRawPointer
  /// The sentence, its hashes resolved into lines.
  let scratch: FeatureScratch

  /// Where a line stands: all are below the model's number of lines, fixed ones by construction,
  /// others by `LinearTagger.findLines`.
  @inline(__always)
  private func at(_ line: UInt32) -> UnsafeRawPointer {
    lines + Int(line) &* FeatureLines.lineBytes
  }

  @inline(__always)
  private func at(_ first: Int, _ line: UInt32) -> UnsafeRawPointer {
    lines + (first &+ Int(line)) &* FeatureLines.lineBytes
  }

  /// Writes the scores of each scalar.
  ///
  /// - Parameter emissions: room for as many as the sentence has scalars.
  /// - Complexity: O(length).
  func write(to emissions: UnsafeMutablePointer<LabelScores>) {
    sumCharacters()
    addWords(emissions)
  }

  /// The lines of characters, of pairs and triples of them, and of classes.
  private func sumCharacters() {
    let characters = scratch.characterLines, classes = scratch.classes
    let pairs = scratch.pairs, triples = scratch.triples, sums = scratch.sums
    let last = scratch.count &+ FeatureScratch.pad &+ 1
    // Sums of the scalars q − 2 to q + 3.
    var w0 = WeightSum(), w1 = w0, w2 = w0, w3 = w0, w4 = w0, w5 = w0
    var q = 1
    while q <= last {
      let own = at(characters[q])
      let pair = at(pairs[q])
      let triple = at(triples[q])
      let three = at(
        FeatureLines.classLine,
        UInt32(classes[q]) &+ UInt32(classes[q &+ 1]) &<< 4 &+ UInt32(classes[q &+ 2]) &<< 8)
      w0.add(own)
      w1.add(own + 16)
      w1.add(pair)
      w1.add(three)
      w2.add(own + 32)
      w2.add(pair + 16)
      w2.add(three + 16)
      w2.add(triple)
      w3.add(own + 48)
      w3.add(pair + 32)
      w3.add(three + 32)
      w3.add(triple + 16)
      w4.add(own + FeatureLines.lineBytes)
      w4.add(pair + 48)
      w4.add(three + 48)
      w4.add(triple + 32)
      w5.add(triple + 48)
      sums[q &- 1] = w0
      (w0, w1, w2, w3, w4, w5) = (w1, w2, w3, w4, w5, WeightSum())
      q &+= 1
    }
  }

  /// What `FeatureExtractor.match` and `.shortMatch` make of the longest word that begins (or ends)
  /// at a scalar.
  private struct Match {
    let line: UInt32
    let short: UInt32

    @inline(__always)
    init(_ packed: UInt16) {
      line = FeatureExtractor.match(UInt32(packed))
      short = FeatureExtractor.shortMatch(UInt32(packed))
    }
  }

  /// The lines of words, and of the words of the lexicon at each scalar.
  private func addWords(_ emissions: UnsafeMutablePointer<LabelScores>) {
    let starts = scratch.starts, ends = scratch.ends, covers = scratch.covers
    let characters = scratch.characterLines, sums = scratch.sums, tokens = scratch.tokens
    let pad = FeatureScratch.pad, tokenPad = FeatureScratch.tokenPad
    var start = Match(starts[pad]), before = Match(ends[pad &- 1])
    for k in tokenPad..<(tokenPad &+ scratch.tokenCount) {
      let first = Int(tokens[k].start), count = Int(tokens[k].count)
      let last = first &+ count &- 1
      var p = first
      while p <= last {
        let end = Match(ends[p]), after = Match(starts[p &+ 1])
        // `sums` begins one scalar before the padding.
        var sum = sums[p &+ 1]
        let isFirst = p == first, isLast = p == last
        sum.add(at(characters[p] &+ 1) + (isFirst ? (isLast ? 48 : 16) : 32))
        sum.add(at(FeatureLines.startLine, start.line))
        sum.add(at(FeatureLines.startLine, after.line) + 16)
        sum.add(at(FeatureLines.endLine, end.line))
        sum.add(at(FeatureLines.endLine, before.line) + 16)
        sum.add(row(FeatureLines.startPairLine, start.short | before.short &<< 7))
        sum.add(row(FeatureLines.endPairLine, end.short | after.short &<< 7))
        let cover = UInt32(covers[p])
        sum.add(
          row(
            FeatureLines.coverLine, FeatureExtractor.match(cover) | min(cover &>> 10, 7) &<< 8))
        addWord(k, isFirst: isFirst, isLast: isLast, to: &sum)
        emissions[p &- pad] = sum.scores
        before = end
        start = after
        p &+= 1
      }
    }
  }

  /// A row by its number among those of several lines.
  @inline(__always)
  private func row(_ first: Int, _ row: UInt32) -> UnsafeRawPointer {
    lines + first &* FeatureLines.lineBytes + Int(row) &* 16
  }

  @inline(__always)
  private func addWord(_ k: Int, isFirst: Bool, isLast: Bool, to sum: inout WeightSum) {
    let size = FeatureScratch.perToken
    let own = scratch.tokenLines + k &* size
    let tokens = scratch.tokens
    let place: Int = (isFirst ? (isLast ? 3 : 0) : (isLast ? 2 : 1)) &* 16
    let fromLeft: Int = isFirst ? 0 : 16, fromRight: Int = isLast ? 32 : 48
    let kind = UInt32(tokens[k].kind)
    sum.add(at(FeatureLines.kindBeforeLine, kind &+ UInt32(tokens[k &- 1].kind) &<< 5) + place)
    sum.add(at(FeatureLines.kindAfterLine, kind &+ UInt32(tokens[k &+ 1].kind) &<< 5) + place)
    let length = UInt32(truncatingIfNeeded: min(tokens[k].count, 7))
    sum.add(at(FeatureLines.kindLengthLine, kind &+ length &<< 5) + place)
    sum.add(at(own[0]) + place)
    sum.add(at(own[1 &- size]) + fromLeft)
    sum.add(at(own[1 &+ size]) + fromRight)
    sum.add(at(own[2 &- size]) + fromLeft)
    sum.add(at(own[2]) + fromRight)
    sum.add(at(own[3]) + place)
    sum.add(at(own[4]) + place)
    sum.add(at(own[5]) + place)
    sum.add(at(own[6]) + place)
    sum.add(at(own[7 &- 2 &* size]) + fromLeft)
    sum.add(at(own[7 &+ 2 &* size]) + fromRight)
  }
}
