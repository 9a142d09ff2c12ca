import Testing

@testable import Report

@Suite struct DigitsTests {
  @Test(arguments: [
    ("0", "0"), ("999", "999"), ("1000", "1,000"), ("250000", "250,000"), ("-3480.83", "−3,480.83"),
    ("600000000000", "600,000,000,000"), ("0.6667", "0.6667"), ("1e30", "1e30"), ("", ""),
    ("1.2.3", "1.2.3"), ("五", "五"),
  ])
  func groupsThousands(number: String, grouped: String) {
    #expect(Digits.grouped(number) == grouped)
  }

  @Test(arguments: [(0.0, "0"), (1.25, "1.3"), (-0.04, "0"), (-3.5, "-3.5"), (Double.nan, "0")])
  func lengthsHaveOneDecimal(value: Double, text: String) {
    #expect(Digits.length(value) == text)
  }
}
