import Entities
import Testing

@testable import Training

@Suite struct WordLexiconWriterTests {
  private static func lexicon(_ text: String) throws -> WordLexicon {
    let bytes = try WordLexiconWriter.make(Array(text.utf8), file: "words")
    let buckets =
      (bytes.count - WordLexicon.byteCount(buckets: 0)) / WordLexicon.bucketBytes
    return WordLexicon(bytes: ModelBytes(copying: bytes), offset: 0, count: buckets)
  }

  private static func find(_ word: String, in lexicon: WordLexicon) -> WordLexicon.Entry? {
    var hash = FeatureHash.emptyWord
    for scalar in word.unicodeScalars {
      hash = FeatureHash.extend(hash, UInt64(CharacterClasses.fold(scalar.value)))
    }
    return lexicon.find(hash)
  }

  @Test func everyWordAndPrefixIsFound() throws {
    let lexicon = try Self.lexicon("# words\n大学\thead\t90\n大学生\tn\t120\n学\tv\t60\n")
    let university = Self.find("大学", in: lexicon)
    #expect(university?.wordClass == WordClass.head.rawValue)
    #expect(university?.goesOn == true)
    #expect(university?.cost == 90)
    #expect(Self.find("大", in: lexicon)?.wordClass == 0)
    #expect(Self.find("大学生", in: lexicon)?.goesOn == false)
    #expect(Self.find("小学", in: lexicon) == nil)
    #expect(lexicon.single(0x5B66) == Self.find("学", in: lexicon)?.bits)
    #expect(lexicon.single(0x20000) == 0)
  }

  /// Many words overfill some buckets; all are found all the same.
  @Test func overfullBucketsLoseNothing() throws {
    let words = (0..<4000).map { k in
      String(
        String.UnicodeScalarView([0x4E00 + k % 61, 0x5000 + k].compactMap { Unicode.Scalar($0) }))
    }
    let lexicon = try Self.lexicon(words.map { "\($0)\tn\t100\n" }.joined())
    for word in words {
      #expect(Self.find(word, in: lexicon)?.wordClass == WordClass.noun.rawValue)
    }
  }
}
