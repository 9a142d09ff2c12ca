import HanText

/// A span that a tagger takes for a name.
public struct TaggedName: Sendable, Equatable {
  /// What it takes the span for.
  public enum Label: Sendable, CaseIterable {
    case person, institution, place, role
  }

  /// Where, in scalars of the article text.
  public var span: TextSpan
  /// What.
  public var label: Label
  /// Score of the labelling over the best one without this name; larger is surer.
  public var margin: Int

  /// Makes a tagged name.
  public init(span: TextSpan, label: Label, margin: Int) {
    self.span = span
    self.label = label
    self.margin = margin
  }

  /// The same name over another stretch, half-open.
  func spanning(_ start: Int, _ end: Int) -> TaggedName {
    TaggedName(span: TextSpan(start, end), label: label, margin: margin)
  }
}

/// Finds names by a learned model; the wall behind which a better model can take its place.
public protocol NameTagger: Sendable {
  /// The names in a document, in order, never overlapping.
  func names(in document: Document) -> [TaggedName]
}
