/// The label alphabet of the linear-chain tagger: B, I, E, S for each of four types, and O.
///
/// The sixteen name labels are the lanes of one `SIMD16` row, four positions of four types each;
/// O has no lane, because adding a constant to every label of one scalar changes no decision, so
/// its weights are fixed at 0.
package enum TagLabels {
  /// Number of types.
  package static let typeCount = 4
  /// Number of labels with a lane.
  package static let laneCount = 16
  /// Index of O among all labels.
  package static let outside: UInt8 = 16

  /// The types in lane order.
  package static let types: [TaggedName.Label] = [.person, .institution, .place, .role]

  /// The lane of a type.
  package static func index(of type: TaggedName.Label) -> Int {
    switch type {
    case .person: 0
    case .institution: 1
    case .place: 2
    case .role: 3
    }
  }

  /// Label of the first of several scalars of a name.
  package static func begin(_ type: Int) -> UInt8 { UInt8(truncatingIfNeeded: type) }
  /// Label of a scalar inside a name.
  package static func inside(_ type: Int) -> UInt8 { UInt8(truncatingIfNeeded: 4 + type) }
  /// Label of the last of several scalars of a name.
  package static func end(_ type: Int) -> UInt8 { UInt8(truncatingIfNeeded: 8 + type) }
  /// Label of a name of one scalar.
  package static func single(_ type: Int) -> UInt8 { UInt8(truncatingIfNeeded: 12 + type) }
}

/// Scores of label pairs, in the structure the labels have.
///
/// A name may start (B, S) or an O may follow only where a name ended (E, S) or an O stood, so
/// B and S share the scores of starting, E and S those of having ended; inside a name only B and I
/// lead on. That leaves 25 + 16 numbers where a dense table would have 289.
package struct Transitions<Score: SIMDScalar & Sendable>: Sendable {
  /// `start[previous][next]`: previous and next are a type's index, or 4 for O.
  package var start: [Score]
  /// Scores of B→I, B→E, I→I, I→E, each for the four types.
  package var within: [Score]

  /// All scores the same.
  package init(repeating score: Score) {
    start = Array(repeating: score, count: 25)
    within = Array(repeating: score, count: 16)
  }
}
