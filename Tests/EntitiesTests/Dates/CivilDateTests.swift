import Testing

@testable import Entities

struct CivilDateTests {
  @Test(arguments: [(1970, 1, 1, 0, 4), (2000, 2, 29, 11016, 2), (2025, 3, 10, 20157, 1)])
  func countsDays(_ year: Int, _ month: Int, _ day: Int, _ days: Int, _ weekday: Int) {
    let date = CivilDate(year: year, month: month, day: day)
    #expect(date.daysSinceEpoch == days)
    #expect(CivilDate(daysSinceEpoch: days) == date)
    #expect(date.weekday == weekday)
  }

  @Test func goesThereAndBackForFourCenturies() {
    for days in stride(from: -80_000, through: 80_000, by: 37) {
      #expect(CivilDate(daysSinceEpoch: days).daysSinceEpoch == days)
    }
  }

  @Test func readsIsoDates() {
    #expect(
      CivilDate(iso: "2025-03-26T14:25:14+08:00") == CivilDate(year: 2025, month: 3, day: 26))
    #expect(CivilDate(iso: "2025") == CivilDate(year: 2025, month: 1, day: 1))
    #expect(CivilDate(iso: "2025-02-30") == nil)
    #expect(CivilDate(iso: "yesterday") == nil)
    #expect(CivilDate(iso: "") == nil)
  }

  @Test func addsMonthsAcrossYears() {
    let date = CivilDate(year: 2025, month: 3, day: 31)
    #expect(date.firstOfMonth(adding: -3) == CivilDate(year: 2024, month: 12, day: 1))
    #expect(date.firstOfMonth(adding: 10) == CivilDate(year: 2026, month: 1, day: 1))
  }
}
