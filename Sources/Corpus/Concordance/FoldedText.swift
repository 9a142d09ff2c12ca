import HanText

/// The form in which words of a query and words of articles are compared: the Simplified shadow
/// with Latin letters in lower case. As long as the text, so offsets carry over.
public enum FoldedText {
  /// Makes the folded form of a text.
  ///
  /// - Returns: an array with `text.count` elements.
  /// - Complexity: O(length).
  public static func make(_ text: Scalars) -> Scalars {
    var folded = Shadow.make(text)
    for i in folded.indices { folded[i] = lowerCase(folded[i]) }
    return folded
  }

  /// The lower case of a letter, where that is one scalar; anything else as it is.
  @inline(__always)
  static func lowerCase(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    // Han and everything behind it that texts of this kind hold has no case.
    if scalar >= 0x2E80, scalar < 0x10400 { return scalar }
    return slowLowerCase(scalar)
  }

  private static func slowLowerCase(_ scalar: UInt32) -> UInt32 {
    guard let properties = Unicode.Scalar(scalar)?.properties, properties.isUppercase else {
      return scalar
    }
    let lower = properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar : scalar
  }

  /// Whether an offset lies inside a run of letters and digits without spaces between words:
  /// `AI` is not found in `AIGC`, nor `5` in `2025`. Han characters never join a run.
  @inline(__always)
  static func cutsRun(_ text: Scalars, at offset: Int) -> Bool {
    offset > 0 && offset < text.count && isRunScalar(text[offset - 1]) && isRunScalar(text[offset])
  }

  /// Whether a scalar is a letter or digit of a script that writes words apart.
  @inline(__always)
  static func isRunScalar(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x30 < 10 || (scalar | 0x20) &- 0x61 < 26 }
    return scalar < 0x2000 && Unicode.Scalar(scalar)?.properties.isAlphabetic == true
  }
}
