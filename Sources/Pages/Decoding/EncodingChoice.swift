import HanText

/// Chooses the encoding of bytes that are not well-formed UTF-8 and carry no mark.
struct EncodingChoice: Equatable {
  /// The encoding's canonical name.
  var encoding: String
  /// 1 if the first byte is the rest of a character that was cut through, else 0.
  var skippedBytes = 0

  /// The encodings Chinese text comes in, in order of preference where two are as good.
  private static let chinese = ["UTF-8", "GB18030", "Big5-HKSCS", "UTF-16LE", "UTF-16BE"]
  /// How much better, in tenths of `Plausibility`, another encoding must be than the declared one.
  private static let declaredBonus = 4.0
  /// How much better a reading must be that takes the first byte for the rest of a character.
  private static let cutPenalty = 3.0
  /// Chinese encodings that score less are no Chinese text.
  private static let acceptable = 1.0

  /// The best encoding for `bytes`.
  ///
  /// - Throws: `DecodingFailure.binary` if the bytes hold no text.
  /// - Complexity: O(sample), independent of the size of the file.
  static func best(
    for bytes: [UInt8], declared: String?
  ) throws(DecodingFailure) -> EncodingChoice {
    let sample = Sample.spread(of: bytes)
    let head = Array(bytes.prefix(Sample.size & ~1))
    let hasControls = BinaryFormat.hasControls(sample[...])
    if !hasControls, let choice = obvious(in: bytes, sample, declared: declared) { return choice }
    var best = (choice: EncodingChoice(encoding: ""), score: -Double.infinity)
    for encoding in chinese {
      let isWide = encoding.hasPrefix("UTF-16")
      if !isWide, hasControls { continue }
      let part = isWide ? head : sample
      let mayBeCut = encoding != "UTF-8" && (isWide || bytes.first.map { $0 >= 0x40 } ?? false)
      for skipped in 0...(mayBeCut ? 1 : 0) where part.count > skipped + 1 {
        var score = Self.score(Array(part[skipped...]), as: encoding)
        if encoding == declared { score += declaredBonus }
        if skipped > 0 { score -= cutPenalty }
        if score > best.score {
          best = (EncodingChoice(encoding: encoding, skippedBytes: skipped), score)
        }
      }
    }
    if best.score >= acceptable { return best.choice }
    if BinaryFormat.hasControls(head[...]) {
      if let wide = asciiInWideUnits(head) { return EncodingChoice(encoding: wide) }
      throw .binary("a binary file")
    }
    return EncodingChoice(encoding: declared ?? other(for: sample) ?? "UTF-8")
  }

  /// Bytes of a sample that may decide alone, and how many of them lie beyond ASCII at least.
  private static let shortSample = (size: 1 << 11, wide: 200)
  /// A reading that scores so much is right: wrong ones score below zero.
  private static let certain = 13.0

  /// GB18030 or Big5, where the reading of a short sample leaves no doubt: spares most pages the
  /// other readings.
  private static func obvious(
    in bytes: [UInt8], _ sample: [UInt8], declared: String?
  ) -> EncodingChoice? {
    let part = Array(sample.prefix(shortSample.size))
    guard part.count(where: { $0 >= 0x80 }) >= shortSample.wide else { return nil }
    let isBig5 = declared == "Big5-HKSCS"
    for encoding in isBig5 ? ["Big5-HKSCS", "GB18030"] : ["GB18030", "Big5-HKSCS"] {
      let whole = score(part, as: encoding)
      guard whole >= certain else { continue }
      // A character cut through shifts the first line only.
      if let first = bytes.first, first >= 0x40,
        score(Array(part[1...]), as: encoding) - cutPenalty > whole
      {
        return nil
      }
      return EncodingChoice(encoding: encoding)
    }
    return nil
  }

  /// Whether well-formed UTF-8 may be something else after all: a word or two in GBK can be
  /// well-formed by chance (联通), and gives Latin, Greek or Cyrillic letters only.
  static func isDoubtful(_ text: Scalars) -> Bool {
    var letters = 0
    for scalar in text {
      if scalar >= 0x800 || ScalarClass.isASCIILetter(scalar) { return false }
      if scalar >= 0x80 { letters &+= 1 }
      if letters > 8 { return false }
    }
    return letters > 1
  }

  /// What ICU's detector finds among encodings of other languages.
  private static func other(for sample: [UInt8]) -> String? {
    for candidate in CharsetDetector.candidates(for: sample) where candidate.confidence >= 10 {
      guard let encoding = EncodingLabel.encoding(for: candidate.name) else { continue }
      if !encoding.hasPrefix("UTF-16"), !encoding.hasPrefix("UTF-32") { return encoding }
    }
    return nil
  }

  /// The score of a sample read as an encoding; undecodable bytes weigh by `Plausibility`, but
  /// not at either end, where a character may be cut through.
  private static func score(_ sample: [UInt8], as encoding: String) -> Double {
    var text = Decoder.scalars(sample, in: encoding).scalars
    if text.last == replacementScalar { text.removeLast() }
    if encoding == "UTF-8" {
      text.removeFirst(text.prefix(3).prefix { $0 == replacementScalar }.count)
    }
    return Plausibility.score(text)
  }

  /// UTF-16 that holds hardly more than ASCII: every other byte is NUL.
  private static func asciiInWideUnits(_ head: [UInt8]) -> String? {
    var zeros = (even: 0, odd: 0)
    for (i, byte) in head.enumerated() where byte == 0 {
      if i & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let units = head.count / 2
    if zeros.even == 0, zeros.odd * 10 >= units * 3 { return "UTF-16LE" }
    if zeros.odd == 0, zeros.even * 10 >= units * 3 { return "UTF-16BE" }
    return nil
  }
}

/// A part of a file to judge encodings by.
enum Sample {
  /// Bytes looked at, at most.
  static let size = 1 << 14
  private static let windows = 4

  /// Up to four stretches of the file that begin where bytes beyond ASCII do, one a line.
  ///
  /// - Complexity: O(bytes) where the file is ASCII, else O(size).
  static func spread(of bytes: [UInt8]) -> [UInt8] {
    var sample: [UInt8] = []
    var at = 0
    for _ in 0..<windows {
      guard let start = bytes[at...].firstIndex(where: { $0 >= 0x80 }) else { break }
      let end = min(bytes.count, start + size / windows)
      sample.append(contentsOf: bytes[start..<end])
      at = end
      // Go on behind a line end or other ASCII control, where no character is split.
      guard let line = bytes[at...].firstIndex(where: { $0 < 0x30 }) else { break }
      sample.append(0x0A)
      at = line
    }
    return sample.isEmpty ? Array(bytes.prefix(size)) : sample
  }
}
