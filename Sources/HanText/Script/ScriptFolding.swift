/// Runs a script table over a text.
enum ScriptFolding {
  /// Converts each character by itself, and the risky ones by the phrases around them.
  static func fold(_ text: Scalars, by table: ScriptTable) -> Scalars {
    text.withUnsafeBufferPointer { text in
      Scalars(unsafeUninitializedCapacity: text.count) { out, written in
        var risky: [Int] = []
        table.map.pageOfBlock.withUnsafeBufferPointer { pages in
          table.map.entries.withUnsafeBufferPointer { entries in
            for i in 0..<text.count {
              let scalar = text[i]
              var entry: UInt32 = 0
              if scalar < 0x110000 {
                let page = Int(pages[Int(scalar >> 8)])
                entry = entries[page &* 256 &+ Int(scalar & 0xFF)]
              }
              out[i] = scalar ^ (entry & ScalarMap.targetBits)
              if entry & ScalarMap.isRisky != 0 { risky.append(i) }
            }
          }
        }
        var writesZhe: Bool?
        for i in risky {
          if let reading = table.reading(in: text, at: i) {
            out[i] = reading
          } else if text[i] == u("著"), out[i] == u("著") {
            if writesZhe == nil { writesZhe = zheIsWritten(as: u("著"), in: text, table) }
            if writesZhe == true { out[i] = u("着") }
          }
        }
        written = text.count
      }
    }
  }

  /// Whether a text writes 着 as 著, as Taiwan does: it is Traditional and has no 着 itself.
  private static func zheIsWritten(
    as zhe: UInt32, in text: UnsafeBufferPointer<UInt32>, _ table: ScriptTable
  ) -> Bool {
    var traditional = 0
    var simplified = 0
    for scalar in text {
      if scalar == u("着") { return false }
      let entry = table.map[scalar]
      if entry & ScalarMap.isTraditional != 0 { traditional &+= 1 }
      if entry & ScalarMap.isSimplified != 0 { simplified &+= 1 }
    }
    return traditional > simplified
  }
}
