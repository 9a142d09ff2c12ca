/// The script to print a text in, as `--script` says it.
public enum ScriptChoice: String, Sendable, CaseIterable {
  /// As the source writes it.
  case keep
  /// Simplified.
  case hans
  /// Traditional.
  case hant
}

/// Changes the script of a text, one character for one, so that offsets stay true; vocabulary is
/// never changed (資訊 becomes 资讯, not 信息).
public enum ScriptConverter {
  /// The text in Simplified script; widths and everything else as they are.
  ///
  /// - Complexity: O(length).
  public static func simplified(_ text: Scalars) -> Scalars {
    ScriptFolding.fold(text, by: .simplified)
  }

  /// The text in Traditional script, exactly as OpenCC's `s2t` has it.
  ///
  /// - Parameter names: spans of people's names, in order: there a character that Traditional
  ///   script knows too stays as the document writes it (于右任, 范仲淹).
  /// - Complexity: O(length); the first call reads a table of 1 MB.
  public static func traditional(_ text: Scalars, names: [TextSpan] = []) -> Scalars {
    var converted = ScriptFolding.convert(text, by: .traditional)
    for name in names where name.end <= text.count {
      for i in name.range where ScriptTable.traditional.map[text[i]] & ScalarMap.isSimplified == 0 {
        converted[i] = text[i]
      }
    }
    return converted
  }

  /// The text in the script chosen.
  ///
  /// - Complexity: O(length).
  public static func convert(_ text: Scalars, to choice: ScriptChoice) -> Scalars {
    switch choice {
    case .keep: text
    case .hans: simplified(text)
    case .hant: traditional(text)
    }
  }

  /// A string in the script chosen; for names and titles, not for whole texts.
  public static func convert(_ text: String, to choice: ScriptChoice) -> String {
    choice == .keep ? text : String(scalars: convert(Scalars(text), to: choice))
  }
}
