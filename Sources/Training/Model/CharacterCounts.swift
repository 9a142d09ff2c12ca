import Entities
import HanText

/// Gives the characters of training data their numbers, the most frequent the lowest.
enum CharacterCounts {
  /// The numbers as a model holds them.
  ///
  /// - Parameters:
  ///   - texts: Simplified shadows.
  ///   - least: characters seen more seldom get none.
  static func numbers(of texts: [Scalars], least: Int) -> [UInt16] {
    var counts = [Int](repeating: 0, count: CharacterNumbers.count)
    for text in texts {
      for scalar in text {
        let c = Int(CharacterClasses.fold(scalar))
        if c < counts.count { counts[c] += 1 }
      }
    }
    let kept = counts.indices.filter { counts[$0] >= max(1, least) }.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }
    var numbers = [UInt16](repeating: 0, count: CharacterNumbers.count)
    // 0 stands for characters without a number, 1 for what lies outside a sentence.
    for (k, c) in kept.prefix(FeatureLines.characters - 2).enumerated() {
      numbers[c] = UInt16(k + 2)
    }
    return numbers
  }

  /// The bytes of numbers.
  static func bytes(of numbers: [UInt16]) -> [UInt8] { numbers.flatMap(\.littleEndianBytes) }
}
