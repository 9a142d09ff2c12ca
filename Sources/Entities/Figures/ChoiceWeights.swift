import HanText

/// What a model chooses among, each with a file of its own.
package enum ChoiceTask: CaseIterable, Sendable {
  /// The noun that a figure counts: `eduai train --task subjects`.
  case subjects
  /// The place and the date that a figure holds for: `eduai train --task contexts`.
  case contexts

  /// Numbers of features, a power of two.
  package var count: Int {
    switch self {
    case .subjects: Self.subjectCount
    case .contexts: Self.contextCount
    }
  }
  /// That of `subjects`, known to the compiler.
  static let subjectCount = 1 << 20
  /// That of `contexts`.
  static let contextCount = 1 << 16

  /// The first bytes of the file.
  var magic: [UInt8] {
    switch self {
    case .subjects: Array("EDUAISUB".utf8)
    case .contexts: Array("EDUAICTX".utf8)
    }
  }

  /// Raised whenever a feature or the file changes: weights of another version mean nothing.
  var version: UInt32 {
    switch self {
    case .subjects: 4
    case .contexts: 2
    }
  }
}

/// The weights of a linear model that chooses among candidates: one number for each hash of a
/// feature.
///
/// The file is a header and the weights, all little-endian: 8 bytes that name the task, its
/// version (4 bytes), the number of weights (4), a checksum (8), then two bytes for each weight, in
/// 256ths. Features that share a number are learnt as one. Made by `eduai train --task`; see
/// `docs/model-card.md`.
package struct ChoiceWeights: @unchecked Sendable {
  // Sendable because the bytes never change and `file` keeps them.

  /// What one is in the file.
  package static let one: Float = 256
  private static let header = 24

  private let file: ModelBytes
  /// The first weight in `file`.
  private let weights: UnsafePointer<Int16>

  /// The built-in weights for subjects; all 0 only if the embedded file is damaged, which a test forbids.
  package static let subjects = builtIn(.subjects, EmbeddedData.subjectsModel)
  /// The built-in weights for contexts.
  package static let contexts = builtIn(.contexts, EmbeddedData.contextsModel)

  private static func builtIn(_ task: ChoiceTask, _ bytes: UnsafeRawBufferPointer) -> Self {
    (try? ChoiceWeights(ModelBytes(embedded: bytes), for: task)) ?? ChoiceWeights([], for: task)
  }

  /// Makes weights of learnt numbers; what is missing is 0.
  package init(_ learnt: [Float], for task: ChoiceTask) {
    var body: [UInt8] = []
    body.reserveCapacity(2 * task.count)
    for k in 0..<task.count {
      // NaN, which no training gives, counts as 0.
      let scaled = k < learnt.count ? (learnt[k] * Self.one).rounded() : 0
      let weight = scaled == scaled ? Int16(max(-32768, min(32767, scaled))) : 0
      let bits = UInt16(bitPattern: weight)
      body.append(UInt8(truncatingIfNeeded: bits))
      body.append(UInt8(truncatingIfNeeded: bits &>> 8))
    }
    var bytes = task.magic
    Self.append(UInt64(task.version), 4, to: &bytes)
    Self.append(UInt64(task.count), 4, to: &bytes)
    Self.append(body.withUnsafeBytes { Self.checksum($0) }, 8, to: &bytes)
    self.init(checked: ModelBytes(copying: bytes + body))
  }

  /// Reads the bytes of a task's file.
  ///
  /// - Throws: `ModelError` where they are not a whole file of this version.
  /// - Complexity: O(bytes), to check them; they are not copied.
  package init(_ file: ModelBytes, for task: ChoiceTask) throws(ModelError) {
    let bytes = UnsafeRawBufferPointer(start: file.start, count: file.count)
    guard bytes.count >= Self.header, bytes.prefix(8).elementsEqual(task.magic) else {
      throw .notAModel
    }
    let (version, count) = (file.load32(8), file.load32(12))
    guard version == task.version, count == UInt32(task.count) else {
      throw .otherVersion(format: version, features: count)
    }
    let length = Self.header + 2 * task.count
    guard bytes.count == length else { throw .wrongLength(expected: length, found: bytes.count) }
    let body = UnsafeRawBufferPointer(rebasing: bytes[Self.header...])
    guard file.load64(16) == Self.checksum(body) else { throw .damaged }
    self.init(checked: file)
  }

  private init(checked file: ModelBytes) {
    self.file = file
    weights = (file.start + Self.header).assumingMemoryBound(to: Int16.self)
  }

  /// The bytes of the file.
  package var bytes: [UInt8] { file.copy(0..<file.count) }

  private static func append(_ value: UInt64, _ count: Int, to out: inout [UInt8]) {
    for k in 0..<count { out.append(UInt8(truncatingIfNeeded: value &>> UInt64(8 * k))) }
  }

  /// FNV-1a with 64-bit words for bytes, rotated, so that no bit of a word changes only its own.
  ///
  /// - Parameter bytes: as many as are a multiple of 8.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in stride(from: 0, to: bytes.count, by: 8) {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let mixed = hash ^ word
      hash = (mixed &<< 29 | mixed &>> 35) &* 0x100_0000_01B3
    }
    return hash
  }

  @inline(__always)
  subscript(_ slot: UInt32) -> Int32 { Int32(Int16(littleEndian: weights[Int(slot)])) }
}

/// One choice to learn from.
package struct ChoiceLesson: Sendable {
  /// Numbers of the features of each candidate; a number stands as often as it counts.
  package var candidates: [[UInt32]] = []
  /// Which candidates are right.
  package var isRight: [Bool] = []
}
