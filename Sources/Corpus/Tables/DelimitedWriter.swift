import HanText

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

  let format: Format

  /// Makes a writer.
  public init(format: Format) {
    self.format = format
  }

  /// Appends one row with its line end (CR LF in CSV, as RFC 4180 says; LF in TSV).
  ///
  /// - Complexity: O(bytes of the row).
  public func append(_ row: [Cell], to output: inout [UInt8]) {
    for column in row.indices {
      if column > 0 { output.append(format == .csv ? UInt8(ascii: ",") : UInt8(ascii: "\t")) }
      append(field: row[column], to: &output)
    }
    if format == .csv { output.append(0x0D) }
    output.append(0x0A)
  }

  /// Appends one field.
  func append(field cell: Cell, to output: inout [UInt8]) {
    let start = output.count
    switch cell {
    case .empty: break
    case .integer(let value): NumberText.append(value, to: &output)
    case .decimal(let value): NumberText.append(value, to: &output)
    case .text(let text):
      output.append(contentsOf: text.utf8)
      protect(start, in: &output)
    case .passage(let passage):
      UTF8Text.append(passage, to: &output)
      protect(start, in: &output)
    }
  }

  /// Makes a field of the text that stands at the end of the output, from `start` on.
  ///
  /// The common field needs nothing; else room is made and the bytes are moved up from the back.
  func protect(_ start: Int, in output: inout [UInt8]) {
    let needs = output.withUnsafeBufferPointer { bytes in
      self.needs(of: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    if format == .tsv, needs.cleaning {
      for i in start..<output.count where Self.isControl(output[i]) { output[i] = 0x20 }
    }
    let added = needs.quotes + (needs.apostrophe ? 1 : 0)
    guard added > 0 else { return }
    var from = output.count
    output.append(contentsOf: repeatElement(UInt8(ascii: "'"), count: added))
    var to = output.count
    if needs.quotes > 0 {
      to -= 1
      output[to] = 0x22
      while from > start {
        from -= 1
        to -= 1
        output[to] = output[from]
        if output[from] == 0x22 {
          to -= 1
          output[to] = 0x22
        }
      }
      if needs.apostrophe { output[start + 1] = UInt8(ascii: "'") }
      output[start] = 0x22
    } else {
      while from > start {
        from -= 1
        to -= 1
        output[to] = output[from]
      }
      output[start] = UInt8(ascii: "'")
    }
  }

  /// What a text needs to be a field: quotation marks to add, the outer ones included; an
  /// apostrophe in front; spaces for tabs and line ends.
  private func needs(
    of text: UnsafeBufferPointer<UInt8>
  ) -> (quotes: Int, apostrophe: Bool, cleaning: Bool) {
    // Flags in a byte, so that the loop runs over many bytes at once.
    var found: UInt8 = 0
    for byte in text {
      found |= (byte == 0x22 ? 1 : 0) | (byte == 0x2C ? 2 : 0)
      found |= (byte == 0x0A || byte == 0x0D ? 4 : 0) | (byte == 0x09 ? 8 : 0)
    }
    let isFormula = Self.isFormula(text)
    if format == .tsv { return (0, isFormula, found & 12 != 0) }
    let isQuoted = found & 7 != 0 || !isFormula && Self.isNumeric(text)
    let marks = found & 1 != 0 ? text.count { $0 == 0x22 } : 0
    return (isQuoted ? marks + 2 : 0, isFormula, false)
  }

  /// Whether a spreadsheet would take a text cell for a formula: it starts with `=`, `+`, `-`,
  /// `@`, tab or CR (also behind spaces, or as full-width signs, which Excel folds) and is not
  /// just a signed number.
  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.firstIndex(where: { $0 != 0x20 }) else { return false }
    let body = text[start...]
    switch text[start] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(body.dropFirst())
    case 0xEF:  // ＝ ＋ － ＠ are EF BC 9D, 8B, 8D, A0
      return body.count >= 3 && body[start + 1] == 0xBC
        && [0x9D, 0x8B, 0x8D, 0xA0].contains(body[start + 2])
    default: return false
    }
  }

  /// Tab and line ends.
  @inline(__always)
  private static func isControl(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a spreadsheet could take the text for a number: digits and signs of numbers only.
  private static func isNumeric(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
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
