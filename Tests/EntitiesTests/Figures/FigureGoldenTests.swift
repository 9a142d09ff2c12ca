import Foundation
import Testing

/// Every line of `Golden/figures.tsv`, and the page made of them.
struct FigureGoldenTests {
  private static let isRecording = ProcessInfo.processInfo.environment["EDUAI_RECORD"] == "1"

  @Test(arguments: FigureGolden.sections().flatMap(\.cases))
  func recognises(_ item: FigureGolden.Case) {
    guard !Self.isRecording else { return }
    let reading = FigureGolden.reading(
      of: item.text, region: item.region, published: item.published)
    #expect(reading == item.expected, "\(item.text)")
  }

  @Test("docs/figures.md is made from the table")
  func page() throws {
    if Self.isRecording { try record() }
    let expected = FigureGolden.markdown(FigureGolden.sections())
    let page = try String(contentsOf: FigureGolden.page, encoding: .utf8)
    #expect(page == expected, "docs/figures.md is out of date: record it anew")
  }

  @Test("the table holds enough cases of every section")
  func coverage() {
    let sections = FigureGolden.sections()
    #expect(sections.count >= 15)
    #expect(sections.reduce(0) { $0 + $1.cases.count } >= 150)
    #expect(sections.allSatisfy { !$0.cases.isEmpty && !$0.note.isEmpty })
  }

  /// Writes table and page with what is recognised now.
  private func record() throws {
    var lines: [String] = []
    let text = try String(contentsOf: FigureGolden.table, encoding: .utf8)
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#") {
        lines.append(String(line))
        continue
      }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let reading = FigureGolden.reading(of: cells[2], region: cells[0], published: cells[1])
      lines.append([cells[0], cells[1], cells[2], reading].joined(separator: "\t"))
    }
    try (lines.joined(separator: "\n") + "\n").write(
      to: FigureGolden.table, atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      at: FigureGolden.page.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FigureGolden.markdown(FigureGolden.sections()).write(
      to: FigureGolden.page, atomically: true, encoding: .utf8)
  }
}
