import Entities
import Testing

@testable import Corpus

/// Values of figures in columns: numbers to calculate with, and no digit lost.
@Suite struct StoredDecimalTests {
  @Test(arguments: [
    (ExactDecimal(0), false), (ExactDecimal(222500), false), (ExactDecimal(-3), false),
    (ExactDecimal(6, exponent: 11), false), (ExactDecimal(6667, exponent: -4), false),
    (ExactDecimal(-348083, exponent: -2), false), (ExactDecimal(1, exponent: -7), false),
    (ExactDecimal(123_456_789_012_345, exponent: -3), false),
    (ExactDecimal(12_345_678_901_234_567_891, exponent: -3), true),
    (ExactDecimal(1, exponent: 25), true), (ExactDecimal(3, exponent: -25), true),
  ])
  func comesBackExactly(value: ExactDecimal, needsText: Bool) throws {
    let stored = StoredDecimal(value)
    #expect((stored.exact != nil) == needsText)
    var rows = RowBuffer()
    stored.add(to: &rows)
    rows.add(stored.exact)
    rows.endRow()
    let database = try Database(path: ":memory:", access: .create)
    try database.execute("CREATE TABLE t (v ANY, e TEXT) STRICT")
    try rows.run(try database.prepare("INSERT INTO t SELECT c1, c2 FROM \(RowBuffer.source)"))
    let row = try database.prepare("SELECT v, e FROM t")
    #expect(try row.step())
    #expect(StoredDecimal.value(row, number: 0, exact: 1) == value)
  }

  @Test func randomDecimalsComeBack() {
    var state: UInt64 = 1
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let digits = Int128(state >> 14) % 1_000_000_000_000_000
      let value = ExactDecimal(digits, exponent: -Int(state >> 58) % 20)
      guard StoredDecimal(value).exact == nil, value.exponent < 0 else { continue }
      var text = Double(value.description)?.description ?? ""
      #expect(text.withUTF8 { StoredDecimal.decimal($0) } == value)
    }
  }
}
