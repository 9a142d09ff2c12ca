/// The Simplified shadow: a copy of a text, of the same length, that recognition runs on.
///
/// Traditional characters are folded to Simplified ones; full-width letters, digits and signs to
/// ASCII (the punctuation ，：；！？（） stays full-width, see `Width`); the ideographic space to a
/// space; compatibility ideographs and radicals to plain characters. So one model and one set of
/// lexicons serve both scripts, and every offset carries over untouched.
public enum Shadow {
  /// Makes the shadow of a text.
  ///
  /// - Returns: an array with `text.count` elements.
  /// - Complexity: O(length), one table look-up a scalar.
  public static func make(_ text: Scalars) -> Scalars {
    ScriptFolding.fold(text, by: .shadow)
  }

  /// Makes the shadow of a text and counts its script's characters, in one pass.
  ///
  /// - Complexity: O(length), as `make`.
  public static func profiled(_ text: Scalars) -> (shadow: Scalars, profile: ScriptProfile) {
    ScriptFolding.profiled(text, by: .shadow)
  }
}
