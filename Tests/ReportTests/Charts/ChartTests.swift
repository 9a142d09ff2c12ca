import HanText
import Testing

@testable import Report

@Suite struct ChartTests {
  private func timeline(_ periods: [(String, Int)]) -> Timeline {
    Timeline(periods.map { ArticlePeriod(period: $0.0, articles: $0.1, duplicates: 0) })
  }

  @Test func monthsHaveNoGaps() {
    let timeline = timeline([("2023", 2), ("2023-11", 1), ("2024-02", 3), ("", 4)])
    #expect(timeline.bars.map(\.period) == ["2023-11", "2023-12", "2024-01", "2024-02"])
    #expect(timeline.bars.map(\.articles) == [1, 0, 0, 3])
    #expect(timeline.isByMonth)
    #expect((timeline.withoutMonth, timeline.withoutDate, timeline.earlier) == (2, 4, 0))
  }

  @Test func longTimesAreShownByYear() {
    let timeline = timeline([("2010", 2), ("2010-11", 1), ("2024-02", 3), ("2024-03", 1)])
    #expect(timeline.bars.count == 15)
    #expect(!timeline.isByMonth)
    #expect(timeline.bars.first == Timeline.Bar(period: "2010", articles: 3))
    #expect(timeline.bars.last == Timeline.Bar(period: "2024", articles: 4))
    #expect(timeline.withoutMonth == 0)
  }

  @Test func whatIsVeryOldIsTold() {
    let timeline = timeline([("0001-01", 2), ("2024-02", 3)])
    #expect(timeline.bars.count == 60)
    #expect(timeline.earlier == 2)
  }

  @Test(arguments: ["0000-13", "99999", "2024-1x", "x", "-"])
  func whatIsNoPeriodHasNoDate(period: String) {
    #expect(timeline([(period, 1)]).withoutDate == 1)
  }

  @Test(arguments: [
    (0, 1), (1, 1), (4, 4), (5, 6), (9, 10), (23, 25), (99, 100), (101, 150), (4321, 5000),
  ])
  func scalesEndRound(peak: Int, end: Int) {
    let scale = TimelineChart.Scale(peak: peak)
    #expect(scale.end == end)
    #expect(scale.ticks.count <= 6)
  }

  @Test func thoseWhoAppearTogetherStandSideBySide() {
    let pairs: [Connections.Pair] = [
      .init(first: 0, second: 3, sentences: 9, articles: 1),
      .init(first: 1, second: 2, sentences: 5, articles: 1),
      .init(first: 2, second: 3, sentences: 1, articles: 1),
    ]
    #expect(NetworkChart.circle(5, pairs) == [3, 0, 2, 1])
    #expect(NetworkChart.circle(3, []).isEmpty)
  }
}
