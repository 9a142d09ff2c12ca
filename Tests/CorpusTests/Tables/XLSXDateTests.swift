import Entities
import Testing

@testable import Corpus

/// Which texts are dates, and which numbers keep their digits, in a workbook.
@Suite struct XLSXDateTests {
  @Test(arguments: [
    ("2024-12-05", "yyyy-mm-dd"), ("2024-12-05T14:25", "yyyy-mm-dd\"T\"hh:mm"),
    ("2024-12-05T14:25:14", "yyyy-mm-dd\"T\"hh:mm:ss"),
    ("2024-12-05T14:25:14Z", "yyyy-mm-dd\"T\"hh:mm:ss\"Z\""),
    ("2024-12-05T14:25+08:00", "yyyy-mm-dd\"T\"hh:mm\"+08:00\""),
    ("2024-12-05T14:25:14-03:30", "yyyy-mm-dd\"T\"hh:mm:ss\"-03:30\""),
  ])
  func fullDatesAreDates(text: String, format: String) throws {
    let date = try #require(XLSXDate(text))
    #expect((date.year, date.month, date.day) == (2024, 12, 5))
    #expect(date.format == format)
  }

  @Test(arguments: [
    "2024", "2024-12", "2023/2025", "2024-12-05/2024-12-06", "2020/..", "", "2024-12-5",
    "2024-12-05T14", "2024-12-05T24:00", "2024-12-05 14:25", "2024-12-05T14:25:14+08:0\"",
    "2024-12-05T14:25:14+08:00 ", "２０２４-12-05", "去年",
  ])
  func everythingElseStaysText(text: String) {
    #expect(XLSXDate(text) == nil)
  }

  @Test(arguments: [
    (ExactDecimal(250_000), 250_000.0), (ExactDecimal(-348_083, exponent: -2), -3480.83),
    (ExactDecimal(123_456_789_012_345), 123_456_789_012_345.0),
    (ExactDecimal(6, exponent: 30), 6e30),
  ])
  func numbersOfFifteenDigitsAreNumbers(value: ExactDecimal, number: Double) {
    #expect(XLSXLayout.double(value) == number)
  }

  @Test(arguments: [
    ExactDecimal(1_234_567_890_123_456), ExactDecimal(-1_234_567_890_123_456_789, exponent: -3),
  ])
  func longerNumbersKeepTheirDigitsAsText(value: ExactDecimal) {
    #expect(XLSXLayout.double(value) == nil)
  }
}
