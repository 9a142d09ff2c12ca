/// How much some scalars look like Chinese (or any) text, to tell a right decoding from a wrong
/// one: by how common the characters are.
public enum Plausibility {
  /// Weights by kind of scalar, in tenths. A right decoding of Chinese news averages 17 in either
  /// script, a wrong one -5 at best (GB18030 read as Big5) and mostly -20: what comes out of it are
  /// rare characters, letters of other scripts and gaps.
  private enum Weight {
    static let veryCommon: Int32 = 20
    static let common: Int32 = 12
    static let punctuation: Int32 = 15
    static let otherHan: Int32 = -4
    static let rareHan: Int32 = -20
    static let letter: Int32 = -6
    static let odd: Int32 = -30
    static let undecodable: Int32 = -60
  }

  /// Weight of each scalar of the basic plane, in tenths.
  private static let weights: [Int8] = {
    var weights = [Int8](repeating: Int8(Weight.odd), count: 0x10000)
    func set(_ range: ClosedRange<Int>, _ weight: Int32) {
      for i in range { weights[i] = Int8(truncatingIfNeeded: weight) }
    }
    set(0x4E00...0x9FFF, Weight.otherHan)
    set(0x3400...0x4DBF, Weight.rareHan)
    set(0xA0...0x24F, Weight.letter)
    set(0x370...0x3FF, Weight.letter)
    set(0x400...0x4FF, Weight.letter)
    set(0x2010...0x2027, Weight.punctuation)
    set(0x2030...0x205E, 0)
    set(0x2100...0x27BF, 0)
    set(0x3000...0x301F, Weight.punctuation)
    set(0x3040...0x30FF, Weight.letter)
    set(0xFF01...0xFF5E, Weight.punctuation)
    set(0xFFE0...0xFFE5, 0)
    set(0xAC00...0xD7A3, Weight.rareHan)
    set(0xB7...0xB7, Weight.punctuation)
    set(0xA0...0xA0, 0)
    set(0xFFFD...0xFFFD, Weight.undecodable)
    TableLines.forEach(in: EmbeddedData.commonCharacters) { fields in
      guard fields.count == 2 else { return }
      let weight = fields[0].first == u("1") ? Weight.veryCommon : Weight.common
      for scalar in fields[1] where scalar < 0x10000 {
        weights[Int(scalar)] = Int8(truncatingIfNeeded: weight)
      }
    }
    return weights
  }()

  /// The average weight of the scalars beyond ASCII, in tenths; 0 if there are none.
  ///
  /// - Complexity: O(length).
  public static func score(_ text: Scalars) -> Double {
    let table = ScriptTable.simplified
    let weights = Self.weights
    var sum = 0
    var count = 0
    for scalar in text where scalar >= 0x80 || scalar < 0x20 {
      if scalar == 0x0A || scalar == 0x0D || scalar == 0x09 { continue }
      count &+= 1
      if scalar < 0x10000 {
        let plain = table.target(of: scalar) & 0xFFFF
        sum &+= Int(weights[Int(plain)])
      } else {
        sum &+= Int(Weight.odd)
      }
    }
    return count == 0 ? 0 : Double(sum) / Double(count)
  }
}
