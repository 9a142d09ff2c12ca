import HanText
import Testing

@testable import Corpus

/// What a cell of a workbook makes of texts.
@Suite struct XLSXTextTests {
  private func cell(_ text: String) -> (text: String, isCut: Bool) {
    var cell = XLSXText()
    cell.set(text)
    return (cell.withCString { $0.map { String(cString: $0) } ?? "" }, cell.isCut)
  }

  @Test(arguments: [
    ("=1+1", "=1+1"), ("张英 𠮷", "张英 𠮷"), ("a\tb\nc", "a\tb\nc"), ("", ""),
    ("a\u{1}b", "a_x0001_b"), ("\u{0}", "_x0000_"), ("a\r\n", "a_x000D_\n"),
    ("\u{FFFE}\u{FFFF}\u{FFFD}", "_xFFFE__xFFFF_\u{FFFD}"), ("\u{1F}", "_x001F_"),
    // What looks like an escape is none, and its near misses need nothing.
    ("_x0041_", "_x005F_x0041_"), ("__xaBcD_", "__x005F_xaBcD_"), ("_x004_", "_x004_"),
    ("_x00g1_", "_x00g1_"), ("_X0041_", "_X0041_"), ("_x0041", "_x0041"),
  ])
  func escapesWhatXMLCannotHold(text: String, written: String) {
    #expect(cell(text).text == written)
    #expect(!cell(text).isCut)
  }

  @Test func cutsWhatACellCannotHoldWithAMark() {
    let full = String(repeating: "字", count: XLSXText.capacity)
    #expect(cell(full).text == full)
    #expect(!cell(full).isCut)
    for text in [full + "字", full + full, String(repeating: "𠮷", count: 20_000)] {
      let (written, isCut) = cell(text)
      #expect(isCut)
      #expect(written.hasSuffix("…[cut]"))
      #expect(text.hasPrefix(written.dropLast(6)))
      #expect((XLSXText.capacity - 1...XLSXText.capacity).contains(written.utf16.count))
    }
  }
}
