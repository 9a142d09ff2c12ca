import Entities
import Testing

@testable import Corpus

@Suite struct NumberTextTests {
  @Test(arguments: [
    ExactDecimal(0), ExactDecimal(7), ExactDecimal(-7, exponent: 3),
    ExactDecimal(157, exponent: -2), ExactDecimal(-6667, exponent: -4),
    ExactDecimal(5, exponent: -6), ExactDecimal(.max), ExactDecimal(.min, exponent: -20),
    ExactDecimal(123_456, exponent: -6), ExactDecimal(123_456, exponent: -5),
  ])
  func writesDecimalsAsTheirDescription(number: ExactDecimal) {
    var bytes = Array("1,".utf8)
    NumberText.append(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "1," + number.description)
  }

  @Test(arguments: [0, 7, 10, -1, 1234567890, .max, .min])
  func writesWholeNumbers(number: Int) {
    var bytes: [UInt8] = []
    NumberText.append(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\(number)")
  }
}
