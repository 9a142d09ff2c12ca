import HanText

/// Names of encodings, as files declare them and users type them.
public enum EncodingLabel {
  /// Labels whose meaning on the web differs from their name, or that ICU does not know.
  ///
  /// Source: WHATWG Encoding Standard, section 4.2; `gb2312` and `gbk` are read as GB18030, which
  /// contains both, and `big5` as Big5-HKSCS.
  private static let aliases: [String: String] = [
    "utf-8": "UTF-8", "utf8": "UTF-8", "unicode-1-1-utf-8": "UTF-8", "x-unicode20utf8": "UTF-8",
    "utf-8-sig": "UTF-8", "utf8mb4": "UTF-8",
    "gb18030": "GB18030", "gbk": "GB18030", "gb2312": "GB18030", "gb_2312": "GB18030",
    "gb_2312-80": "GB18030", "x-gbk": "GB18030", "chinese": "GB18030", "csgb2312": "GB18030",
    "csiso58gb231280": "GB18030", "iso-ir-58": "GB18030", "euc-cn": "GB18030",
    "cp936": "GB18030", "ms936": "GB18030", "windows-936": "GB18030", "gb2312-80": "GB18030",
    "big5": "Big5-HKSCS", "big5-hkscs": "Big5-HKSCS", "cn-big5": "Big5-HKSCS",
    "csbig5": "Big5-HKSCS", "x-x-big5": "Big5-HKSCS", "big5hkscs": "Big5-HKSCS",
    "big-5": "Big5-HKSCS", "cp950": "Big5-HKSCS", "ms950": "Big5-HKSCS",
    "windows-950": "Big5-HKSCS", "big5-eten": "Big5-HKSCS",
    "utf-16": "UTF-16LE", "utf16": "UTF-16LE", "utf-16le": "UTF-16LE", "utf16le": "UTF-16LE",
    "ucs-2": "UTF-16LE", "unicode": "UTF-16LE", "csunicode": "UTF-16LE",
    "iso-10646-ucs-2": "UTF-16LE", "utf-16be": "UTF-16BE", "utf16be": "UTF-16BE",
    "unicodefffe": "UTF-16BE", "utf-32": "UTF-32LE", "utf-32le": "UTF-32LE",
    "utf-32be": "UTF-32BE",
    "ascii": "windows-1252", "us-ascii": "windows-1252", "latin1": "windows-1252",
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "l1": "windows-1252",
    "cp1252": "windows-1252", "windows-1252": "windows-1252",
  ]

  /// The encoding a label means, or `nil` if none does: what `--encoding` accepts.
  ///
  /// - Complexity: O(length of the label).
  public static func encoding(for label: String) -> String? {
    let bytes = label.utf8.map { $0 < 0x5B && $0 > 0x40 ? $0 | 0x20 : $0 }
    let trimmed = bytes.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    guard !trimmed.isEmpty, trimmed.count <= 40, trimmed.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    let key = String(decoding: Array(trimmed), as: UTF8.self)
    if let known = aliases[key] { return known }
    return CharsetConverter(charset: key)?.name
  }
}
