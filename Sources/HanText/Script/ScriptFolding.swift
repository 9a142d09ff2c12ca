/// Runs a script table over a text.
enum ScriptFolding {
  /// Converts phrase by phrase from the left, the longest first, as OpenCC does, and what stands
  /// in no phrase by itself.
  static func convert(_ text: Scalars, by table: ScriptTable) -> Scalars {
    text.withUnsafeBufferPointer { text in
      Scalars(unsafeUninitializedCapacity: text.count) { out, written in
        var i = 0
        while i < text.count {
          if let phrase = table.phrase(in: text, at: i) {
            for scalar in phrase {
              out[i] = scalar
              i &+= 1
            }
          } else {
            out[i] = table.target(of: text[i])
            i &+= 1
          }
        }
        written = text.count
      }
    }
  }

  /// Converts each character by itself, and the risky ones by the phrases around them: faster than
  /// `convert`, and the same but where phrases overlap.
  static func fold(_ text: Scalars, by table: ScriptTable) -> Scalars {
    text.withUnsafeBufferPointer { text in
      Scalars(unsafeUninitializedCapacity: text.count) { out, written in
        var risky: [Int] = []
        table.map.withPlane { plane in
          var start = 0
          while start < text.count {
            // Flags are looked at once a stretch: few have a risky character.
            let end = min(start &+ 32, text.count)
            var flags: UInt32 = 0
            var i = start
            while i < end {
              let scalar = text[i]
              let entry = scalar < 0x10000 ? plane[Int(scalar)] : table.map[scalar]
              out[i] = scalar ^ (entry & ScalarMap.targetBits)
              flags |= entry
              i &+= 1
            }
            if flags & ScalarMap.isRisky != 0 {
              for i in start..<end where table.map[text[i]] & ScalarMap.isRisky != 0 {
                risky.append(i)
              }
            }
            start = end
          }
        }
        var writesZhu: Bool?
        for i in risky {
          if let reading = table.reading(in: text, at: i) {
            out[i] = reading
          } else if text[i] == u("著"), out[i] == u("著") {
            let isTaiwan = writesZhu ?? writesZheAsZhu(text)
            writesZhu = isTaiwan
            if isTaiwan { out[i] = u("着") }
          }
        }
        written = text.count
      }
    }
  }

  /// Whether a text writes 着 as 著, as Taiwan does: it is Traditional and has no 着 itself.
  private static func writesZheAsZhu(_ text: UnsafeBufferPointer<UInt32>) -> Bool {
    if text.contains(u("着")) { return false }
    let counts = ScriptProfile.counts(of: text)
    return counts.traditional > counts.simplified
  }
}
