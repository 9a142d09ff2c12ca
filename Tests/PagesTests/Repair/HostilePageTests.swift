import HanText
import Testing

@testable import Pages

/// Input that no page has: text comes out that is never worse, and nothing traps.
struct HostilePageTests {
  /// Enough annotations for a page to count as damaged.
  private static let sites = Scalars("領(lǐng)導和業(yè)務,領(lǐng)先,數(shù)據(jù)和規(guī)則。")

  private static func flood(_ unit: String, _ count: Int = 3000) -> Scalars {
    let unit = Scalars(unit)
    var text: Scalars = []
    for _ in 0..<count { text += unit }
    return text
  }

  @Test(arguments: [
    "?", "?!", "\u{E084}", "(lǐng)", "(", "?(", "?qū", "?/p>", "\u{200D}", "\u{A0}", "<p ", "&amp;",
    "&#", "<", ">",
  ])
  func floodsAreSurvived(unit: String) {
    let flood = Self.flood(unit)
    let result = DamageRepair().repair([Self.sites, flood, Self.sites])
    #expect(result.lines.count == 3)
    #expect(result.lines[1].count <= flood.count)
    #expect(DamageRepair().repair(result.lines).lines == result.lines)
  }

  @Test func onlyAnnotations() {
    let result = DamageRepair().repair([Scalars("(lǐng)(yè)(shù)"), Scalars("領(lǐng)業(yè)數(shù)")])
    #expect(result.lines == [Scalars("(lǐng)(yè)(shù)"), Scalars("領業數")])
  }

  @Test func emptyPages() {
    #expect(DamageRepair().repair([]).lines.isEmpty)
    #expect(DamageRepair().repair([[], []]).lines == [[], []])
  }

  /// Damaged pages cut or hit at random places come out no further from the truth than they went in.
  @Test(arguments: 0..<12)
  func randomDamageIsNeverMadeWorse(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = SampleTexts.own[seed % SampleTexts.own.count].map { Scalars($0) }
    var site = MirrorSimulator(characters: 60, using: &generator)
    site.keepsPrivateUse = seed % 2 == 0
    site.convertsFullWidth = seed % 3 == 0
    var (damaged, truth) = site.damage(text, using: &generator)
    for index in damaged.indices where !damaged[index].isEmpty {
      if seed % 4 < 2 {
        let length = Int.random(in: 0..<damaged[index].count, using: &generator)
        damaged[index] = Scalars(damaged[index].prefix(length))
        continue
      }
      for _ in 0..<3 {
        let noise = Scalars("?!(a)、域")
        let at = Int.random(in: 0..<damaged[index].count, using: &generator)
        damaged[index][at] = noise[Int.random(in: 0..<noise.count, using: &generator)]
      }
    }
    let result = DamageRepair().repair(damaged)
    for index in truth.indices {
      let before = EditDistance.between(damaged[index], truth[index])
      let after = EditDistance.between(result.lines[index], truth[index])
      // A cut line is short of the truth however well it is repaired.
      let isCut = seed % 4 < 2
      #expect(after <= (isCut ? max(before, truth[index].count) : before))
    }
    #expect(DamageRepair().repair(result.lines).lines == result.lines)
  }
}
