import Entities
import HanText
import Testing

@testable import Training

@Suite struct TaggerTrainerTests {
  /// Sentences of one pattern with many names.
  static func corpus(_ name: String, seed: UInt64, count: Int) -> TrainingCorpus {
    var generator = SeededGenerator(seed: seed)
    func pick(_ text: String) -> String {
      let characters = Array(text)
      return String(characters[Int(generator.next() % UInt64(characters.count))])
    }
    let sentences = (0..<count).map { _ in
      let person = pick("王李张刘陈") + pick("明华强丽芳") + pick("国军英杰玲")
      let text = "昨天" + person + "说天气很好。"
      return AnnotatedSentence(
        text: Scalars(text),
        names: [
          AnnotatedName(span: TextSpan(2, 2 + person.unicodeScalars.count), label: .person)
        ])
    }
    return TrainingCorpus(name: name, sentences: sentences)
  }

  static func train() throws -> TrainedModel {
    let words = Array("# words\n昨天\tt\t100\n天气\tn\t120\n说\tv\t60\n".utf8)
    var options = TrainingOptions()
    options.epochs = 2
    let trainer = TaggerTrainer(
      lexicon: try WordLexiconWriter.make(words, file: "words"), options: options)
    return try trainer.train(
      [corpus("a", seed: 1, count: 60), corpus("b", seed: 2, count: 60)],
      development: [corpus("dev", seed: 3, count: 20)])
  }

  @Test func learnsAPatternTheSameWayEveryTime() throws {
    let model = try Self.train()
    let again = try Self.train()
    #expect(model.bytes == again.bytes)
    #expect(model.bestEpoch > 0)
    #expect((model.epochs.last?.meanF1 ?? 0) > 0.9)
    let tagger = try LinearTagger(model: model.bytes)
    let text = Scalars("昨天赵明玲说天气很好。")
    let names = tagger.names(in: Shadow.make(text), sentences: [TextSpan(0, text.count)])
    #expect(names.map(\.span) == [TextSpan(2, 5)])
  }

  @Test func unannotatedTypesStayOpen() {
    let corpus = TrainingCorpus(
      name: "c",
      sentences: [],
      annotated: [.person, .institution, .place])
    let sentence = AnnotatedSentence(
      text: Scalars("王芳校长"),
      names: [AnnotatedName(span: TextSpan(0, 2), label: .person)],
      ignored: [AnnotatedName(span: TextSpan(3, 4), label: .place)])
    let masks = corpus.masks(of: sentence) { $0 == 2 ? WordClass.title.rawValue : 0 }
    let role = TagLabels.index(of: .role), place = TagLabels.index(of: .place)
    #expect(masks[0].outside == 0 && masks[0].lanes.sum() == 1)
    #expect(masks[2].outside == 1 && masks[2].lanes[role] == 1 && masks[2].lanes[place] == 0)
    #expect(masks[3].lanes[place] == 1 && masks[3].lanes[role] == 0)
  }

  @Test func refusesBadWords() {
    for line in ["词", "词\tn", "词\tnoun\t3", "词\tn\t300", "一二三四五六七八九十一二三\tn\t9"] {
      let error = #expect(throws: TrainingDataError.self) {
        try WordLexiconWriter.make(Array("# c\n\(line)\n".utf8), file: "words")
      }
      #expect(error?.line == 2)
    }
  }
}
