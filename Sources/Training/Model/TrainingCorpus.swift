import Entities
import HanText

/// Annotated sentences of one origin, whose habits of annotation the trainer keeps apart.
public struct TrainingCorpus: Sendable {
  /// Name for reports.
  public var name: String
  /// The sentences to learn from.
  public var sentences: [AnnotatedSentence]
  /// The types that are annotated; a scalar outside every name may be of another.
  public var annotated: Set<TaggedName.Label>
  /// How much of this corpus's habits the written model takes on, 0...1.
  public var share: Float

  /// Makes a corpus.
  public init(
    name: String, sentences: [AnnotatedSentence],
    annotated: Set<TaggedName.Label> = Set(TaggedName.Label.allCases), share: Float = 0.3
  ) {
    self.name = name
    self.sentences = sentences
    self.annotated = annotated
    self.share = share
  }

  /// Which labels each scalar of a sentence may have.
  ///
  /// Outside every name that is O; a person or institution too where the corpus does not annotate
  /// them, and a role or place only in words of that class, or they would spread everywhere.
  ///
  /// - Parameter wordClass: class of the word over a scalar.
  func masks(of sentence: AnnotatedSentence, wordClass: (Int) -> UInt8) -> [LabelMask] {
    var masks = (0..<sentence.text.count).map { i in
      var mask = LabelMask(lanes: SIMD16(repeating: 0), outside: 1)
      let kind = wordClass(i)
      for label in TaggedName.Label.allCases where !annotated.contains(label) {
        switch label {
        case .role where kind != WordClass.title.rawValue: continue
        case .place where kind != WordClass.place.rawValue: continue
        default: Self.allow(label, in: &mask)
        }
      }
      return mask
    }
    for ignored in sentence.ignored {
      for i in ignored.span.range { Self.allow(ignored.label, in: &masks[i]) }
    }
    for name in sentence.names {
      let type = TagLabels.index(of: name.label)
      for i in name.span.range {
        let label: UInt8
        if name.span.count == 1 {
          label = TagLabels.single(type)
        } else if i == name.span.start {
          label = TagLabels.begin(type)
        } else {
          label = i + 1 == name.span.end ? TagLabels.end(type) : TagLabels.inside(type)
        }
        masks[i] = LabelMask(lanes: SIMD16(repeating: 0), outside: 0)
        masks[i].lanes[Int(label)] = 1
      }
    }
    return masks
  }

  private static func allow(_ label: TaggedName.Label, in mask: inout LabelMask) {
    for position in 0..<4 { mask.lanes[position * 4 + TagLabels.index(of: label)] = 1 }
  }
}
