import HanText
import Testing

@testable import Entities

/// The files of the weights that choose subjects and contexts.
struct ChoiceWeightsTests {
  private static let numbers: [Float] = (0..<ChoiceTask.subjects.count).map {
    Float($0 % 97) / 8 - 5
  }

  private static func read(_ bytes: [UInt8]) throws(ModelError) -> ChoiceWeights {
    try ChoiceWeights(ModelBytes(copying: bytes), for: .subjects)
  }

  @Test func readsBackWhatItWrites() throws {
    let weights = ChoiceWeights(Self.numbers, for: .subjects)
    let again = try Self.read(weights.bytes)
    #expect(again.bytes == weights.bytes)
    for slot in [0, 1, 96, 12_345, ChoiceTask.subjects.count - 1] {
      let slot = UInt32(slot)
      #expect(again[slot] == weights[slot])
      #expect(again[slot] == Int32((Self.numbers[Int(slot)] * ChoiceWeights.one).rounded()))
    }
  }

  @Test func keepsNumbersInRange() {
    let weights = ChoiceWeights([1e9, -1e9, .nan, .infinity], for: .contexts)
    #expect(weights[0] == 32767)
    #expect(weights[1] == -32768)
    #expect(weights[2] == 0)
    #expect(weights[3] == 32767)
    #expect(weights[4] == 0)
  }

  @Test(arguments: ChoiceTask.allCases) func theBuiltInFileIsWhole(task: ChoiceTask) throws {
    let data = task == .subjects ? EmbeddedData.subjectsModel : EmbeddedData.contextsModel
    let weights = try ChoiceWeights(ModelBytes(embedded: data), for: task)
    #expect(weights.bytes == Array(data))
    // One task's file is no other's.
    let other: ChoiceTask = task == .subjects ? .contexts : .subjects
    #expect(throws: ModelError.notAModel) {
      try ChoiceWeights(ModelBytes(embedded: data), for: other)
    }
  }

  @Test(arguments: [0, 1, 7, 8, 23, 24, 25, 1000, 524_311])
  func refusesACutFile(_ length: Int) {
    let bytes = Array(ChoiceWeights(Self.numbers, for: .subjects).bytes.prefix(length))
    #expect(throws: ModelError.self) { try Self.read(bytes) }
  }

  @Test func namesWhatIsWrong() {
    var bytes = ChoiceWeights(Self.numbers, for: .subjects).bytes
    #expect(throws: ModelError.wrongLength(expected: bytes.count, found: bytes.count + 1)) {
      try Self.read(bytes + [0])
    }
    bytes[500] ^= 1
    #expect(throws: ModelError.damaged) { try Self.read(bytes) }
    bytes[8] = 99
    #expect(
      throws: ModelError.otherVersion(format: 99, features: UInt32(ChoiceTask.subjects.count))
    ) {
      try Self.read(bytes)
    }
    bytes[0] = 0x50
    #expect(throws: ModelError.notAModel) { try Self.read(bytes) }
    #expect(throws: ModelError.notAModel) { try Self.read(Array("a page of text, no model".utf8)) }
  }
}
