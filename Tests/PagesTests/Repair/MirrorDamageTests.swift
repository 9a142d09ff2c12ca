import HanText
import Testing

@testable import Pages

/// Damages texts by the mechanism and demands them back.
struct MirrorDamageTests {
  /// What came back of some texts.
  struct Score {
    var texts = 0
    var exact = 0
    var errors = 0
    var scalars = 0
    var errorRate: Double { Double(errors) / Double(max(1, scalars)) }
    var exactShare: Double { Double(exact) / Double(max(1, texts)) }

    mutating func add(_ repaired: [Scalars], truth: [Scalars]) {
      var differences = 0
      for (one, other) in zip(repaired, truth) {
        differences += EditDistance.between(one, other)
      }
      texts += 1
      exact += differences == 0 ? 1 : 0
      errors += differences
      scalars += truth.reduce(0) { $0 + $1.count }
    }
  }

  @Test(arguments: [true, false], [true, false])
  func ownTextsComeBack(keepsPrivateUse: Bool, convertsFullWidth: Bool) {
    var generator = SeededGenerator(seed: 11)
    var score = Score()
    for text in SampleTexts.own {
      for size in [30, 60, 100] {
        var site = MirrorSimulator(characters: size, hasSpace: size == 60, using: &generator)
        site.keepsPrivateUse = keepsPrivateUse
        site.convertsFullWidth = convertsFullWidth
        let page = site.damage(text.map { Scalars($0) }, using: &generator)
        #expect(page.damaged != page.truth)
        score.add(DamageRepair().repair(page.damaged).lines, truth: page.truth)
      }
    }
    #expect(score.errorRate <= (keepsPrivateUse ? 0.002 : 0.004))
    #expect(score.exactShare >= 0.85)
  }

  @Test(arguments: [true, false])
  func webTextsComeBack(keepsPrivateUse: Bool) {
    let documents = SampleTexts.webDocuments()
    guard documents.count >= 200 else {
      print("skipped: the shared development texts are not beside this checkout")
      return
    }
    var generator = SeededGenerator(seed: 7)
    var score = Score()
    for (number, text) in documents.enumerated() {
      var site = MirrorSimulator(characters: [30, 50, 70, 97][number % 4], using: &generator)
      site.keepsPrivateUse = keepsPrivateUse
      site.convertsFullWidth = number / 4 % 2 == 0
      let page = site.damage(text, using: &generator)
      // One or two sites in a text are no pattern, and nothing may be done about them.
      guard DamageEvidence(page.damaged) != nil else { continue }
      score.add(DamageRepair().repair(page.damaged).lines, truth: page.truth)
    }
    #expect(score.texts >= 200)
    #expect(score.errorRate <= (keepsPrivateUse ? 0.002 : 0.004))
    #expect(score.exactShare >= 0.85)
    print(
      "private use \(keepsPrivateUse ? "kept" : "dropped"): \(score.texts) texts,",
      "error rate \(score.errorRate), exact \(score.exactShare)")
  }

  @Test func webTextsStayAsTheyAre() {
    for text in SampleTexts.webDocuments() {
      #expect(DamageEvidence(text) == nil)
    }
  }

  @Test(arguments: SampleTexts.own)
  func ownTextsStayAsTheyAre(text: [String]) {
    let lines = text.map { Scalars($0) }
    let result = DamageRepair().repair(lines)
    #expect(result.lines == lines)
    #expect(result.repairs == 0)
  }

  @Test(arguments: [true, false])
  func repairingTwiceChangesNothing(keepsPrivateUse: Bool) {
    var generator = SeededGenerator(seed: 5)
    for text in SampleTexts.own {
      var site = MirrorSimulator(characters: 80, using: &generator)
      site.keepsPrivateUse = keepsPrivateUse
      let page = site.damage(text.map { Scalars($0) }, using: &generator)
      let once = DamageRepair().repair(page.damaged)
      let twice = DamageRepair().repair(once.lines)
      #expect(twice.lines == once.lines)
      #expect(twice.repairs == 0)
    }
  }

  @Test func changesNameTheirLinesAndKinds() {
    var generator = SeededGenerator(seed: 3)
    let site = MirrorSimulator(characters: 97, using: &generator)
    let page = site.damage(SampleTexts.own[0].map { Scalars($0) }, using: &generator)
    let result = DamageRepair().repair(page.damaged, lineNumbers: [4, 7, 9], explains: true)
    #expect(result.changes.count == result.repairs)
    #expect(Set(result.changes.map(\.line)).isSubset(of: [4, 7, 9]))
    #expect(result.changes.contains { $0.kind == .repaired && $0.reason == "pinyin annotation" })
    #expect(DamageRepair().repair(page.damaged).changes.isEmpty)
  }
}
