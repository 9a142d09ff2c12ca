import HanText

/// A noun phrase that a figure may count or measure, or that it counts none.
struct SubjectCandidate {
  enum Source: UInt32 {
    /// The text names none.
    case none
    /// Directly behind the figure.
    case behind
    /// Behind the first or the second 的 that follows the figure.
    case behindDe, behindSecondDe
    /// Before the figure: in its clause, in the clause before, in one further back.
    case before, clauseBefore, furtherBefore
    /// What an earlier figure counts.
    case earlier

    @inline(__always)
    var isBefore: Bool { self == .before || self == .clauseBefore || self == .furtherBefore }
    var isBehind: Bool { self == .behind || isBehindDe }
    @inline(__always)
    var isBehindDe: Bool { self == .behindDe || self == .behindSecondDe }
    /// The sources that features do not tell apart.
    @inline(__always)
    var family: UInt32 { isBefore ? 3 : isBehindDe ? 2 : rawValue }
  }

  var source: Source
  /// Token indices, half-open.
  var first = 0
  var last = 0
  /// Tokens between figure and 的, and other figures among them.
  var gap = 0
  var crossed = 0
  /// Of `earlier`: the number of the subject, from the latest.
  var rank = 0
  /// Scalars of the text; empty where there is none.
  var span = TextSpan(0, 0)
  /// What a member of a list shares with the last one: 城镇、农村(居民收入).
  var tail = TextSpan(0, 0)
  /// First token of the tail, and of the last member.
  var tailFirst = 0
  var lastMember = 0

  /// The noun, as the contract prints it.
  func name(_ text: Scalars) -> String? {
    source == .none ? nil : MentionName.make(text, span, tail.count > 0 ? tail : nil)
  }
}
