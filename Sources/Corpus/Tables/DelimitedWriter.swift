/// Writes rows as CSV (RFC 4180) or TSV, UTF-8.
///
/// Text cells that a spreadsheet would run as a formula get an apostrophe in front; numbers, also
/// negative ones, never do (OWASP, "CSV Injection"). Text that looks like a number (`1,100`, `007`)
/// is quoted, so that a spreadsheet which reads quoted fields as text keeps it as it is. TSV has no
/// quoting, so tabs and line ends inside a cell become spaces there.
public struct DelimitedWriter: Sendable {
  /// The two delimited formats.
  public enum Format: Sendable {
    case csv, tsv
  }

  private let format: Format

  /// Makes a writer.
  public init(format: Format) {
    self.format = format
  }

  /// Appends one row with its line end (CR LF in CSV, as RFC 4180 says; LF in TSV).
  public func append(_ row: [Cell], to output: inout [UInt8]) {
    for (column, cell) in row.enumerated() {
      if column > 0 { output.append(format == .csv ? UInt8(ascii: ",") : UInt8(ascii: "\t")) }
      switch cell {
      case .empty: break
      case .integer(let value): output.append(contentsOf: String(value).utf8)
      case .decimal(let value): output.append(contentsOf: value.description.utf8)
      case .text(let text): appendText(text, to: &output)
      }
    }
    if format == .csv { output.append(0x0D) }
    output.append(0x0A)
  }

  private func appendText(_ text: String, to output: inout [UInt8]) {
    let isFormula = Self.isFormula(text.utf8)
    if format == .tsv {
      if isFormula { output.append(UInt8(ascii: "'")) }
      for byte in text.utf8 {
        output.append(byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      }
      return
    }
    let needsQuotes =
      text.utf8.contains(where: Self.isSpecial) || !isFormula && Self.isNumeric(text.utf8)
    if needsQuotes { output.append(0x22) }
    if isFormula { output.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == 0x22 { output.append(0x22) }
      output.append(byte)
    }
    if needsQuotes { output.append(0x22) }
  }

  /// Whether a spreadsheet would take a text cell for a formula: it starts with `=`, `+`, `-`,
  /// `@`, tab or CR (also behind spaces, or as full-width signs, which Excel folds) and is not
  /// just a signed number.
  static func isFormula(_ text: String.UTF8View) -> Bool {
    let body = text.drop { $0 == 0x20 }
    guard let first = body.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(body.dropFirst())
    case 0xEF:  // ＝ ＋ － ＠ are EF BC 9D, 8B, 8D, A0
      let head = Array(body.prefix(3))
      return head.count == 3 && head[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(head[2])
    default: return false
    }
  }

  /// Whether RFC 4180 asks for quotes around a field with this byte.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D
  }

  /// Whether a spreadsheet could take the text for a number: digits and signs of numbers only.
  private static func isNumeric(_ text: String.UTF8View) -> Bool {
    var hasDigit = false
    for byte in text {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "%"), UInt8(ascii: "E"), UInt8(ascii: "e"), 0x20:
        continue
      default: return false
      }
    }
    return hasDigit
  }

  /// Digits with at most one point, separators and a percent sign at the end: `3,480.83`, `5%`.
  private static func isNumber(_ text: some Sequence<UInt8>) -> Bool {
    var digits = 0
    var points = 0
    var isClosed = false
    for byte in text {
      if isClosed { return false }
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: ","): if digits == 0 || points > 0 { return false }
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "%"): isClosed = true
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
