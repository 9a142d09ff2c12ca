import Entities
import HanText
import Testing

@testable import Corpus

@Suite struct DelimitedWriterTests {
  private func line(_ row: [Cell], _ format: DelimitedWriter.Format = .csv) -> String {
    var bytes: [UInt8] = []
    DelimitedWriter(format: format).append(row, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("25萬AI人才", "25萬AI人才"), ("", ""),
    // A spreadsheet that reads quoted fields as text leaves these as they are.
    ("1,100", "\"1,100\""), ("007", "\"007\""), ("2024", "\"2024\""), ("5G", "5G"),
  ])
  func quotesAsRFC4180Asks(text: String, field: String) {
    #expect(line([.text(text)]) == field + "\r\n")
    #expect(line([.integer(1), .passage(Scalars(text)[...])]) == "1," + field + "\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    ("-1+1", "'-1+1"), ("-a", "'-a"), ("\t=1", "'\t=1"), (" =1", "' =1"), ("＝1+1", "'＝1+1"),
    ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("\"", "\"\"\"\""),
  ])
  func neutralisesFormulas(text: String, field: String) {
    #expect(line([.text(text)]) == field + "\r\n")
  }

  @Test(arguments: ["-3480.83", "+5", "-5%", "-1,234.5"])
  func leavesNumbersAlone(text: String) {
    #expect(line([.text(text)]) == "\"\(text)\"\r\n")
  }

  @Test func numbersAreNeverQuotedOrNeutralised() {
    let row: [Cell] = [.decimal(ExactDecimal(-348083, exponent: -2)), .integer(-4), .empty]
    #expect(line(row) == "-3480.83,-4,\r\n")
  }

  @Test func tsvTurnsTabsAndLineEndsIntoSpaces() {
    #expect(line([.text("a\tb\nc"), .text("=1")], .tsv) == "a b c\t'=1\n")
  }
}
