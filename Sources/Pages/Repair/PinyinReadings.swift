import HanText

/// The pinyin readings of the characters U+4E00…U+9FA5.
///
/// - Source: `Data/repair-readings.bin`, made by `scripts/make-repair-readings.py` from the table of
///   pypinyin (MIT licence).
struct PinyinReadings: Sendable {
  /// The table; read once, then shared.
  static let shared = PinyinReadings()

  /// A syllable with or without tone mark, as it stands between the brackets of an annotation.
  struct Syllable: Sendable, Hashable {
    /// Packed letters: two units of 64 bits, 16 bits a scalar.
    let high: UInt64
    let low: UInt64
    /// Whether a tone is marked.
    let hasTone: Bool
  }

  private let syllables: [Syllable]
  private let toneless: [Syllable]
  private let starts: [UInt16]
  private let pool: [UInt16]

  private init() {
    let bytes = EmbeddedData.repairReadings
    func word(_ index: Int) -> UInt16 {
      index * 2 + 1 < bytes.count ? UInt16(bytes[index * 2]) | UInt16(bytes[index * 2 + 1]) << 8 : 0
    }
    let count = Int(word(0))
    let poolCount = Int(word(1))
    syllables = (0..<count).map { index in
      Self.pack((0..<8).map { UInt32(word(2 + index * 8 + $0)) }.prefix { $0 != 0 })
    }
    toneless = (0..<count).map { index in
      Self.pack(
        (0..<8).map { Self.withoutTone(UInt32(word(2 + index * 8 + $0))) }.prefix { $0 != 0 })
    }
    starts = (0..<20903).map { word(2 + count * 8 + $0) }
    pool = (0..<poolCount).map { word(2 + count * 8 + 20903 + $0) }
  }

  /// Whether a letter of a syllable has a tone mark.
  static func marksTone(_ letter: UInt32) -> Bool {
    letter >= 0x80 && letter != 0xFC && isLetter(letter)
  }

  private static func pack(_ letters: some Sequence<UInt32>) -> Syllable {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var hasTone = false
    for letter in letters {
      high = high << 16 | low >> 48
      low = low << 16 | UInt64(letter & 0xFFFF)
      hasTone = hasTone || marksTone(letter)
    }
    return Syllable(high: high, low: low, hasTone: hasTone)
  }

  /// The plain letter of one with a tone mark.
  private static func withoutTone(_ letter: UInt32) -> UInt32 {
    switch letter {
    case 0xE0, 0xE1, 0x101, 0x1CE: 0x61
    case 0xE8, 0xE9, 0xEA, 0x113, 0x11B: 0x65
    case 0xEC, 0xED, 0x12B, 0x1D0: 0x69
    case 0xF2, 0xF3, 0x14D, 0x1D2: 0x6F
    case 0xF9, 0xFA, 0x16B, 0x1D4: 0x75
    case 0x1D6, 0x1D8, 0x1DA, 0x1DC: 0xFC
    default: letter
    }
  }

  /// Whether a scalar may stand in a syllable.
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar >= 0x61 && scalar <= 0x7A { return true }
    return scalar >= 0xE0 && (scalar == 0xFC || withoutTone(scalar) != scalar)
  }

  /// Reads a syllable and the closing bracket behind it: `lǐng)`, `huì )`.
  ///
  /// - Returns: the syllable and the offset behind the bracket, or `nil`. Looks at ten scalars at most.
  static func syllable(
    in line: Scalars, at start: Int
  ) -> (syllable: Syllable, end: Int)? {
    var end = start
    while end < line.count, end - start < 7, isLetter(line[end]) { end += 1 }
    guard end > start, end - start <= 6 else { return nil }
    let syllable = pack(line[start..<end])
    if end < line.count, line[end] == 0x20 || line[end] == 0xA0 { end += 1 }
    guard end < line.count, line[end] == u(")") else { return nil }
    return (syllable, end + 1)
  }

  /// Whether a syllable is a reading of a character or of its Simplified form (績 jī, 绩 jì); without
  /// tone mark, any of its readings' letters.
  func isReading(_ syllable: Syllable, of scalar: UInt32) -> Bool {
    hasReading(syllable, scalar) || hasReading(syllable, CodePage936.shared.fold(scalar))
  }

  /// Calls `body` with every syllable that `isReading` is true of, with and without tone mark; some
  /// come twice.
  func forEachSyllable(of scalar: UInt32, _ body: (Syllable) -> Void) {
    for scalar in [scalar, CodePage936.shared.fold(scalar)] {
      guard scalar >= 0x4E00, scalar <= 0x9FA5 else { continue }
      let index = Int(scalar) - 0x4E00
      guard index + 1 < starts.count else { continue }
      for entry in Int(starts[index])..<max(Int(starts[index]), Int(starts[index + 1]))
      where entry < pool.count && Int(pool[entry]) < syllables.count {
        let number = Int(pool[entry])
        body(syllables[number])
        if !toneless[number].hasTone { body(toneless[number]) }
      }
    }
  }

  private func hasReading(_ syllable: Syllable, _ scalar: UInt32) -> Bool {
    guard scalar >= 0x4E00, scalar <= 0x9FA5 else { return false }
    let index = Int(scalar) - 0x4E00
    guard index + 1 < starts.count else { return false }
    var entry = Int(starts[index])
    let end = min(Int(starts[index + 1]), pool.count)
    while entry < end {
      let number = Int(pool[entry])
      if number < syllables.count {
        if syllables[number] == syllable { return true }
        if !syllable.hasTone, toneless[number] == syllable { return true }
      }
      entry += 1
    }
    return false
  }
}
