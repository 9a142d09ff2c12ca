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

  /// The text in Traditional script, exactly as OpenCC's `s2t` has it outside names.
  ///
  /// - Parameter names: spans of people's names, in order. In a Traditional text they stay as it
  ///   writes them; in a Simplified one each character is converted by itself, and those that
  ///   are surnames of their own stay (于右任, 范仲淹, but 葉 for 叶).
  /// - Complexity: O(length); the first call reads a table of 1 MB.
  public static func traditional(_ text: Scalars, names: [TextSpan] = []) -> Scalars {
    var converted = ScriptFolding.convert(text, by: .traditional)
    guard !names.isEmpty else { return converted }
    let isTraditional = ScriptProfile(text).script == .hant
    for name in names where name.end <= text.count {
      for i in name.range {
        let isKept =
          isTraditional || text[i] == u("于")
          || (i == name.start && surnamesInBothScripts.contains(text[i]))
        converted[i] = isKept ? text[i] : ScriptTable.traditional.target(of: text[i])
      }
    }
    return converted
  }

  /// Surnames that Traditional script writes as Simplified does, although the character is also
  /// the Simplified form of another one (範, 餘, 嶽, 薑, 穀, 後, 醜, 鬱, 蔔, 麯, 硃, 種, 黨, 瀋, 幹, 衝).
  private static let surnamesInBothScripts = Set(Scalars("于范余岳姜谷后丑郁卜曲朱种党沈干冲涂游"))

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
