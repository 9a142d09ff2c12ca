/// Full-width forms of ASCII.
public enum Width {
  /// The full-width forms of ASCII (U+FF01...U+FF5E).
  static let foldedRange: ClosedRange<UInt32> = 0xFF01...0xFF5E

  /// The ASCII form of a full-width letter, digit or sign; any other scalar as it is.
  ///
  /// The punctuation that Chinese writes full-width, ！（），：；？～ and brackets, is not folded: it
  /// is the regular form, and tells where Chinese text pauses from where ASCII text does.
  public static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case u("！"), u("（"), u("）"), u("，"), u("："), u("；"), u("？"), u("～"), u("［"), u("］"), u("｛"),
      u("｝"), u("｜"):
      return scalar
    case foldedRange: return scalar &- 0xFEE0
    default: return scalar
    }
  }
}
