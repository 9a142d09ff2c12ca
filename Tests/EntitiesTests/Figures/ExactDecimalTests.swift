import Entities
import Testing

struct ExactDecimalTests {
  @Test(arguments: [
    (157, -2, "1.57"), (25, 4, "250000"), (-6667, -4, "-0.6667"), (0, 5, "0"), (1200, -2, "12"),
  ])
  func prints(_ digits: Int, _ exponent: Int, _ printed: String) {
    #expect(ExactDecimal(Int128(digits), exponent: exponent).description == printed)
  }

  @Test func addsAndScalesExactly() {
    let tenth = ExactDecimal(1, exponent: -1)
    #expect(tenth.adding(ExactDecimal(2, exponent: -1)) == ExactDecimal(3, exponent: -1))
    #expect(ExactDecimal(157, exponent: -2).scaled(8) == ExactDecimal(157_000_000))
    #expect(ExactDecimal(5).multiplied(by: tenth) == ExactDecimal(5, exponent: -1))
  }

  @Test func dividesToFourDigits() {
    #expect(ExactDecimal(2).divided(by: ExactDecimal(3))?.description == "0.6667")
    #expect(ExactDecimal(1).divided(by: ExactDecimal(5))?.description == "0.2")
    #expect(ExactDecimal(1).divided(by: .zero) == nil)
  }

  @Test func refusesWhatDoesNotFit() {
    #expect(ExactDecimal(1).scaled(1000) == nil)
    #expect(ExactDecimal(.max).adding(ExactDecimal(.max)) == nil)
    #expect(ExactDecimal(.max).multiplied(by: ExactDecimal(.max)) == nil)
    #expect(ExactDecimal(.min).negated.digits > 0)
  }

  @Test func comparesAcrossExponents() {
    #expect(ExactDecimal(1, exponent: 30) > ExactDecimal(9, exponent: -30))
    #expect(ExactDecimal(-1, exponent: 30) < ExactDecimal(-9, exponent: -30))
    #expect(ExactDecimal(15, exponent: -1) < ExactDecimal(2))
  }
}
