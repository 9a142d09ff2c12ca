import Entities
import HanText
import Testing

@testable import Training

@Suite struct TrainingPlanTests {
  static let data = Array((1...6).map { "字\($0) O\n\n" }.joined().utf8)

  @Test func dividesFilesAmongCorpora() throws {
    let plan = try TrainingPlan(
      Array(
        "# c\na\tx\tperson,role\t0.5\tdev/3\nb\tx\tperson,role\t0.5\ttrain\nc\ty\tplace\t0\tdev\n"
          .utf8),
      file: "plan")
    let (training, development) = try plan.corpora { _ in Self.data }
    #expect(training.map(\.name) == ["x"])
    #expect(training.map(\.sentences.count) == [4 + 6])
    #expect(training.map(\.annotated) == [[.person, .role]])
    #expect(development.map(\.sentences.count) == [2, 6])
    let all = try plan.corpora(everything: true) { _ in Self.data }
    #expect(all.training.map(\.sentences.count) == [12, 6])
  }

  @Test(arguments: [
    "a\tx\tperson\t0.5", "a\tx\tperson\t2\ttrain", "a\tx\tgame\t0.5\ttrain",
    "a\tx\tperson\t0.5\tsome", "a\tx\tperson\t0.5\tdev/0",
  ])
  func refusesBadLines(line: String) {
    let error = #expect(throws: TrainingDataError.self) {
      try TrainingPlan(Array("# c\n\(line)\n".utf8), file: "plan")
    }
    #expect(error?.line == 2)
  }

  @Test func refusesAnEmptyPlan() {
    #expect(throws: TrainingDataError.self) { try TrainingPlan([], file: "plan") }
  }
}
