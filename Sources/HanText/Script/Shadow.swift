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
  public static func profiled(_ text: Scalars) -> ProfiledShadow {
    ScriptFolding.profiled(text, by: .shadow)
  }
}

/// A shadow with what the whole text tells: its script, and how it writes 着.
public struct ProfiledShadow: Sendable {
  /// The shadow's scalars.
  public var scalars: Scalars
  /// How many characters of one script only the text has.
  public var profile: ScriptProfile
  /// Whether 著 became 着 outside phrases, which depends on the whole text; `nil` where nothing did.
  let readsZhuAsZhe: Bool?

  /// Whether passages of this shadow are what `Shadow.profiled` makes of the same passages of the text
  /// when they are put together to a text of their own.
  ///
  /// - Parameters:
  ///   - text: the passages put together; none ends inside a phrase.
  ///   - profile: its script.
  /// - Complexity: O(length) where 著 was decided by the whole text, else O(1).
  public func holds(for text: Scalars, _ profile: ScriptProfile) -> Bool {
    guard let readsZhuAsZhe else { return true }
    return readsZhuAsZhe
      == text.withUnsafeBufferPointer { ScriptFolding.writesZheAsZhu($0, profile) }
  }
}
