import HanText
import Testing

@testable import Entities

/// The file of the weights that choose subjects.
struct SubjectWeightsTests {
  private static let numbers: [Float] = (0..<SubjectWeights.count).map { Float($0 % 97) / 8 - 5 }

  private static func read(_ bytes: [UInt8]) throws(ModelError) -> SubjectWeights {
    try SubjectWeights(ModelBytes(copying: bytes))
  }

  @Test func readsBackWhatItWrites() throws {
    let weights = SubjectWeights(Self.numbers)
    let again = try Self.read(weights.bytes)
    #expect(again.bytes == weights.bytes)
    for slot in [0, 1, 96, 12_345, SubjectWeights.count - 1] {
      let slot = UInt32(slot)
      #expect(again[slot] == weights[slot])
      #expect(again[slot] == Int32((Self.numbers[Int(slot)] * SubjectWeights.one).rounded()))
    }
  }

  @Test func keepsNumbersInRange() {
    let weights = SubjectWeights([1e9, -1e9, .nan, .infinity])
    #expect(weights[0] == 32767)
    #expect(weights[1] == -32768)
    #expect(weights[2] == 0)
    #expect(weights[3] == 32767)
    #expect(weights[4] == 0)
  }

  @Test func theBuiltInFileIsWhole() throws {
    let weights = try SubjectWeights(ModelBytes(embedded: EmbeddedData.subjectsModel))
    #expect(weights.bytes == Array(EmbeddedData.subjectsModel))
  }

  @Test(arguments: [0, 1, 7, 8, 23, 24, 25, 1000, 524_311])
  func refusesACutFile(_ length: Int) {
    let bytes = Array(SubjectWeights(Self.numbers).bytes.prefix(length))
    #expect(throws: ModelError.self) { try Self.read(bytes) }
  }

  @Test func namesWhatIsWrong() {
    var bytes = SubjectWeights(Self.numbers).bytes
    #expect(throws: ModelError.wrongLength(expected: bytes.count, found: bytes.count + 1)) {
      try Self.read(bytes + [0])
    }
    bytes[500] ^= 1
    #expect(throws: ModelError.damaged) { try Self.read(bytes) }
    bytes[8] = 99
    #expect(throws: ModelError.otherVersion(format: 99, features: UInt32(SubjectWeights.count))) {
      try Self.read(bytes)
    }
    bytes[0] = 0x50
    #expect(throws: ModelError.notAModel) { try Self.read(bytes) }
    #expect(throws: ModelError.notAModel) { try Self.read(Array("a page of text, no model".utf8)) }
  }
}
