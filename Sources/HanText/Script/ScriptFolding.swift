/// Runs a script table over a text.
enum ScriptFolding {
  /// Converts phrase by phrase from the left, the longest first, as OpenCC does, and what stands
  /// in no phrase by itself.
  static func convert(_ text: Scalars, by table: ScriptTable) -> Scalars {
    if text.isEmpty { return [] }
    return text.withUnsafeBufferPointer { text in
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
    profiled(text, by: table).scalars
  }

  /// `fold`, and what it learns of the text on the way.
  static func profiled(_ text: Scalars, by table: ScriptTable) -> ProfiledShadow {
    var profile = ScriptProfile(simplified: 0, traditional: 0)
    var writesZhu: Bool?
    let shadow: Scalars =
      text.isEmpty
      ? []
      : text.withUnsafeBufferPointer { text in
        Scalars(unsafeUninitializedCapacity: text.count) { out, written in
          var risky: [Int] = []
          table.map.withPlane { plane in
            var start = 0
            while start < text.count {
              // Flags are looked at once a stretch: few have a risky character.
              let end = min(start &+ stretch, text.count)
              let sum = fold(text, start..<end, plane, table, into: out)
              profile.traditional &+= Int(sum >> 5 & 31)
              profile.simplified &+= Int(sum >> 10)
              if sum & 31 != 0 {
                for i in start..<end where table.map[text[i]] & ScalarMap.isRisky != 0 {
                  risky.append(i)
                }
              }
              start = end
            }
          }
          for i in risky {
            if let reading = table.reading(in: text, at: i) {
              out[i] = reading
            } else if text[i] == u("著"), out[i] == u("著") {
              let isTaiwan = writesZhu ?? writesZheAsZhu(text, profile)
              writesZhu = isTaiwan
              if isTaiwan { out[i] = u("着") }
            }
          }
          written = text.count
        }
      }
    return ProfiledShadow(scalars: shadow, profile: profile, readsZhuAsZhe: writesZhu)
  }

  /// How many scalars are folded before their flags are looked at: no more than a flag's five bits
  /// can count.
  private static let stretch = 28

  /// Folds a stretch and adds up the flags of its entries, shifted down to begin at bit 0.
  @inline(__always)
  private static func fold(
    _ text: UnsafeBufferPointer<UInt32>, _ range: Range<Int>,
    _ plane: UnsafeBufferPointer<UInt32>, _ table: ScriptTable,
    into out: UnsafeMutableBufferPointer<UInt32>
  ) -> UInt32 {
    var sum: UInt32 = 0
    var i = range.lowerBound
    while i &+ 4 <= range.upperBound {
      let (a, b, c, d) = (text[i], text[i &+ 1], text[i &+ 2], text[i &+ 3])
      guard a | b | c | d < 0x10000 else { break }
      let (first, second) = (plane[Int(a)], plane[Int(b)])
      let (third, fourth) = (plane[Int(c)], plane[Int(d)])
      out[i] = a ^ (first & ScalarMap.targetBits)
      out[i &+ 1] = b ^ (second & ScalarMap.targetBits)
      out[i &+ 2] = c ^ (third & ScalarMap.targetBits)
      out[i &+ 3] = d ^ (fourth & ScalarMap.targetBits)
      sum &+= (first &>> 21) &+ (second &>> 21) &+ (third &>> 21) &+ (fourth &>> 21)
      i &+= 4
    }
    while i < range.upperBound {
      let entry = table.map[text[i]]
      out[i] = text[i] ^ (entry & ScalarMap.targetBits)
      sum &+= entry &>> 21
      i &+= 1
    }
    return sum
  }

  /// Whether a text writes 着 as 著, as Taiwan does: it is Traditional and has no 着 itself.
  static func writesZheAsZhu(
    _ text: UnsafeBufferPointer<UInt32>, _ profile: ScriptProfile
  ) -> Bool {
    profile.traditional > profile.simplified && !text.contains(u("着"))
  }
}
