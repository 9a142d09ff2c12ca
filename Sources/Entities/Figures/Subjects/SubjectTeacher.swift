import HanText

/// Gives the right answers while the model for subjects learns.
package protocol SubjectTeacher: AnyObject {
  /// What the figure at a span (without noun) counts; `nil` where that is not known.
  func answer(_ span: TextSpan) -> SubjectAnswer?
  /// Takes what the candidates of a figure look like, and which of them are right.
  func take(_ lesson: ChoiceLesson)
}

/// The right subject of a figure.
package struct SubjectAnswer: Sendable {
  /// As the contract prints it; `nil` where the text gives none.
  package var subject: String?

  /// Makes an answer.
  package init(subject: String?) { self.subject = subject }
}
