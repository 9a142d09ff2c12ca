/// The hypotheses of a stretch that wait at the positions ahead, and the choice of the best of them.
///
/// All buffers are kept from step to step and from stretch to stretch: a step allocates nothing once
/// they have grown. What cannot survive the choice at its position is not even taken in.
struct Beam {
  /// No step of a reading is longer than this.
  static let reach = 64
  /// How many readings are followed at a position.
  private static let width = 160
  /// Readings dearer than the best by more than this (30 bits) are given up.
  private static let depth: Cost = 240

  /// What waits at one position.
  private struct Bucket {
    var readings: [Hypothesis] = []
    /// The least cost of all, and of those in step.
    var least = Cost.max
    var leastInStep = Cost.max
  }

  private var buckets = [Bucket](repeating: Bucket(), count: reach)
  /// How many readings wait.
  private(set) var waiting = 0
  private var histogram = [Int32](repeating: 0, count: Int(depth) + 1)
  private var order: [Int32] = []
  private var futures = [UInt64](repeating: 0, count: 512)

  /// Forgets all readings.
  mutating func removeAll() {
    for slot in buckets.indices { empty(slot) }
    waiting = 0
  }

  private mutating func empty(_ slot: Int) {
    buckets[slot].readings.removeAll(keepingCapacity: true)
    buckets[slot].least = .max
    buckets[slot].leastInStep = .max
  }

  /// Whether a reading of at least this cost would be taken in at a position.
  ///
  /// - Parameter isInStep: whether it is between characters; the best of these is kept at any cost.
  @inline(__always)
  func takes(_ cost: Cost, isInStep: Bool, at position: Int) -> Bool {
    let slot = position & (Self.reach - 1)
    let least = buckets[slot].least
    return least == .max || cost - least <= Self.depth
      || (isInStep && cost < buckets[slot].leastInStep)
  }

  /// Puts a reading into the queue of a position.
  @inline(__always)
  mutating func add(_ hypothesis: Hypothesis, at position: Int) {
    let isInStep = hypothesis.pending == 0
    guard takes(hypothesis.cost, isInStep: isInStep, at: position) else { return }
    let slot = position & (Self.reach - 1)
    buckets[slot].readings.append(hypothesis)
    buckets[slot].least = min(buckets[slot].least, hypothesis.cost)
    if isInStep {
      buckets[slot].leastInStep = min(buckets[slot].leastInStep, hypothesis.cost)
    }
    waiting += 1
  }

  /// Takes the best readings of a position out: the cheapest, one for each future, and in any case
  /// the best that is in step; the cheapest first, equal ones as they were added.
  mutating func take(at position: Int, into chosen: inout [Hypothesis]) {
    let slot = position & (Self.reach - 1)
    chosen.removeAll(keepingCapacity: true)
    waiting -= buckets[slot].readings.count
    if buckets[slot].readings.count < 2 {
      chosen.append(contentsOf: buckets[slot].readings)
    } else {
      sort(slot)
      choose(slot, into: &chosen)
    }
    empty(slot)
  }

  /// Fills `order` with the readings of a bucket that are neither too dear nor too many, by cost.
  private mutating func sort(_ slot: Int) {
    let least = buckets[slot].least
    for i in histogram.indices { histogram[i] = 0 }
    for reading in buckets[slot].readings where reading.cost - least <= Self.depth {
      histogram[Int(reading.cost - least)] += 1
    }
    var limit = 0
    var count = histogram[0]
    while limit < Int(Self.depth), count + histogram[limit + 1] <= 3 * Int32(Self.width) {
      limit += 1
      count += histogram[limit]
    }
    // From counts to the place of the first reading of each cost.
    var place: Int32 = 0
    for cost in 0...limit {
      let here = histogram[cost]
      histogram[cost] = place
      place += here
    }
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: repeatElement(0, count: Int(count)))
    for (i, reading) in buckets[slot].readings.enumerated() {
      let cost = Int(reading.cost - least)
      guard cost <= limit else { continue }
      order[Int(histogram[cost])] = Int32(truncatingIfNeeded: i)
      histogram[cost] += 1
    }
  }

  private mutating func choose(_ slot: Int, into chosen: inout [Hypothesis]) {
    for i in futures.indices { futures[i] = 0 }
    var hasCalm = false
    for i in order where chosen.count < Self.width {
      let reading = buckets[slot].readings[Int(i)]
      guard isNew(reading.future) else { continue }
      chosen.append(reading)
      if reading.pending == 0 { hasCalm = true }
    }
    if !hasCalm, buckets[slot].leastInStep < .max {
      let least = buckets[slot].leastInStep
      let calm = buckets[slot].readings.first { $0.pending == 0 && $0.cost == least }
      if let calm { chosen.append(calm) }
    }
  }

  /// Notes a future; `false` if it is known. The table is never more than a third full.
  private mutating func isNew(_ future: UInt64) -> Bool {
    var place = Int(truncatingIfNeeded: (future &* 0x9E37_79B9_7F4A_7C15) >> 55)
    while futures[place] != 0 {
      if futures[place] == future { return false }
      place = (place + 1) & (futures.count - 1)
    }
    futures[place] = future
    return true
  }
}
