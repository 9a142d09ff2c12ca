/// Where a text was written for: decides what 元, 兆 and local usage mean.
public enum Region: String, Sendable, CaseIterable {
  /// Mainland China (also the default for Simplified text).
  case cn
  /// Taiwan.
  case tw
  /// Hong Kong; Macau documents are told apart only by the currency they name.
  case hk
}

/// The script a document is written in.
public enum Script: String, Sendable, CaseIterable {
  /// Simplified.
  case hans
  /// Traditional.
  case hant
  /// Both in one document.
  case mixed
}
