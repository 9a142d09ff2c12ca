import HanText

/// A span that rules, lexicons or the tagger take for a name, before conflicts are settled.
struct NameCandidate: Sendable {
  /// What it is taken for.
  enum Kind: Sendable, Equatable {
    case person
    case institution(InstitutionKind)
    case place(PlaceKind)
  }

  var span: TextSpan
  var kind: Kind
  /// How sure it is; `NameRecognizer.threshold` and above is accepted.
  var score: Int
  /// Canonical name given by a lexicon; empty where the text gives it.
  var lexiconName = ""
  /// Whether the name begins with a bare level (省委, 市经信委), to be completed from the document.
  var isElliptical = false
  /// Whether the name begins with a place or is one the lexicon knows, so that it stands by itself.
  var isAnchored = false
  /// Whether its last word is a department's, which leaves the kind to the body before.
  var isDepartment = false
  /// Whether it is a bare surname before a title.
  var isSurname = false
}
