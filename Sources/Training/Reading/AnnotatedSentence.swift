import Entities
import HanText

/// A name in annotated text.
public struct AnnotatedName: Hashable, Sendable, Comparable {
  /// Where, in scalars of the sentence.
  public var span: TextSpan
  /// What.
  public var label: TaggedName.Label

  /// Makes a name.
  public init(span: TextSpan, label: TaggedName.Label) {
    self.span = span
    self.label = label
  }

  /// Orders by place in the text.
  public static func < (a: AnnotatedName, b: AnnotatedName) -> Bool {
    a.span != b.span ? a.span < b.span : a.label.order < b.label.order
  }
}

extension TaggedName.Label {
  /// Position in the contract's order of types.
  var order: Int {
    switch self {
    case .person: 0
    case .institution: 1
    case .place: 2
    case .role: 3
    }
  }

  /// The contract's name of the type.
  public var contractName: String {
    switch self {
    case .person: "person"
    case .institution: "institution"
    case .place: "place"
    case .role: "role"
    }
  }

  /// The type with a name of the contract.
  public init?(contractName: String) {
    guard let label = Self.allCases.first(where: { $0.contractName == contractName }) else {
      return nil
    }
    self = label
  }
}

/// A sentence (or a short text) with the names that someone marked in it.
public struct AnnotatedSentence: Sendable, Equatable {
  /// The text as annotated.
  public var text: Scalars
  /// Its names in order; none overlap.
  public var names: [AnnotatedName]
  /// Spans that may or may not be names: neither training nor scoring looks at them.
  public var ignored: [AnnotatedName]

  /// Makes a sentence.
  public init(text: Scalars, names: [AnnotatedName], ignored: [AnnotatedName] = []) {
    self.text = text
    self.names = names
    self.ignored = ignored
  }

  /// The same sentence with every chain of adjacent places made one name, as the contract has it.
  ///
  /// - Parameter singles: whether characters that are places of their own (中美) are joined too.
  public func joiningPlaces(singles: Bool) -> AnnotatedSentence {
    var joined: [AnnotatedName] = []
    for name in names {
      if let last = joined.last, last.label == .place, name.label == .place,
        last.span.end == name.span.start,
        singles || last.span.count > 1 || name.span.count > 1
      {
        joined[joined.count - 1].span = TextSpan(last.span.start, name.span.end)
      } else {
        joined.append(name)
      }
    }
    return AnnotatedSentence(text: text, names: joined, ignored: ignored)
  }
}
