import Corpus
import Glibc

/// How long an index takes to answer, in process, its pages cached: `Bench search --db FILE`.
struct SearchBench {
  let index: String

  /// Rounds a query is asked; the median counts.
  private static let rounds = 9

  /// Rare and common words, phrases, one character, brackets, filters.
  private static let queries = [
    "人工智能", "训练师", "学生", "的", "年", "学", "学校 教师", "学校 OR 教师 OR 学生", "“教师培训”",
    "(培训 OR 课程) 教师 NOT 幼儿园", "AI", "学生 from:2024-01 to:2024-06", "学生 source:日报",
    "学生 duplicates:no", "type:person", "unit:人 min:100000", "学生 unit:人 min:1000", "from:2024",
    "没有这个词",
  ]

  func measure(into report: inout Report) throws {
    let file = try IndexFile.read(index)
    report.section(
      "search, 20 documents with their snippets: clock and processor time, medians of \(Self.rounds)"
    )
    for line in Self.queries {
      let text = try FilterText(line)
      let request = SearchRequest(query: text.query, filter: text.filter, limit: 20)
      var times: [Double] = []
      var processorTimes: [Double] = []
      var found = 0
      for _ in 0..<Self.rounds {
        found = 0
        let start = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
        _ = try IndexSearch(file).forEachHit(request) { _ in
          found += 1
          return true
        }
        times.append((Self.now(CLOCK_MONOTONIC) - start.0) * 1000)
        processorTimes.append((Self.now(CLOCK_PROCESS_CPUTIME_ID) - start.1) * 1000)
      }
      report.result(
        line, "\(Self.median(times)) ms, \(Self.median(processorTimes)) ms", "\(found) shown")
    }
  }

  private static func median(_ times: [Double]) -> String {
    times.sorted()[rounds / 2].formatted(1)
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
