import Entities
import HanText

/// Counts of strict span-and-type agreement, and the measures made of them.
public struct SpanCounts: Sendable, Equatable {
  /// Names found that are right.
  public var right = 0
  /// Names found.
  public var found = 0
  /// Names in the gold annotation.
  public var gold = 0

  /// Makes counts of nothing.
  public init() {}

  /// Right among found; 0 where none was found.
  public var precision: Double { found > 0 ? Double(right) / Double(found) : 0 }
  /// Right among gold; 0 where there is none.
  public var recall: Double { gold > 0 ? Double(right) / Double(gold) : 0 }
  /// Harmonic mean of both.
  public var f1: Double {
    found + gold > 0 ? 2 * Double(right) / Double(found + gold) : 0
  }

  /// Adds counts.
  public static func += (a: inout SpanCounts, b: SpanCounts) {
    a.right += b.right
    a.found += b.found
    a.gold += b.gold
  }
}

/// Agreement of a tagger with annotated sentences, per type and over person, institution, place.
public struct TaggerScore: Sendable, Equatable {
  /// Counts in the order of `TaggedName.Label.allCases`.
  public private(set) var counts = [SpanCounts](
    repeating: SpanCounts(), count: TaggedName.Label.allCases.count)

  /// Makes a score of nothing.
  public init() {}

  /// Counts of one type.
  public subscript(label: TaggedName.Label) -> SpanCounts { counts[label.order] }

  /// Person, institution and place together.
  public var micro: SpanCounts {
    var all = SpanCounts()
    for label in [TaggedName.Label.person, .institution, .place] { all += self[label] }
    return all
  }

  /// Adds one sentence; adjacent places are joined on both sides.
  public mutating func add(gold: AnnotatedSentence, found: [TaggedName]) {
    let wanted = gold.joiningPlaces(singles: true)
    let guess = AnnotatedSentence(
      text: [], names: found.map { AnnotatedName(span: $0.span, label: $0.label) }
    ).joiningPlaces(singles: true)
    let right = Set(wanted.names), skipped = Set(gold.ignored)
    for name in wanted.names { counts[name.label.order].gold += 1 }
    for name in guess.names where right.contains(name) || !skipped.contains(name) {
      counts[name.label.order].found += 1
      if right.contains(name) { counts[name.label.order].right += 1 }
    }
  }

  /// Scores a tagger on sentences.
  public static func of(_ tagger: LinearTagger, on sentences: [AnnotatedSentence]) -> TaggerScore {
    var score = TaggerScore()
    for sentence in sentences {
      let shadow = Shadow.make(sentence.text)
      score.add(
        gold: sentence,
        found: tagger.names(in: shadow, sentences: [TextSpan(0, shadow.count)]))
    }
    return score
  }
}
