import HanText

/// The canonical written form of names of a document: `NameForm` over its shadow.
enum CanonicalName {
  /// Makes the form of a stretch of shadow.
  ///
  /// - Complexity: O(length).
  static func make(_ shadow: ArraySlice<UInt32>) -> String {
    if shadow.allSatisfy(Marks.isHan) { return String(scalars: shadow) }
    return NameForm.canonical(Scalars(shadow))
  }

  /// The form as scalars.
  static func scalars(_ shadow: ArraySlice<UInt32>) -> Scalars {
    let text = Scalars(shadow)
    if text.allSatisfy(Marks.isHan) { return text }
    return Scalars(NameForm.canonical(text))
  }
}
