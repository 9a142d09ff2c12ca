import Foundation
import Testing

@testable import HanText

@Suite("Generated script tables")
struct GeneratedTablesTests {
  @Test(
    "both sides of a line are as long as each other, and keys ascend",
    arguments: ["script-simplified", "script-traditional"])
  func lines(name: String) {
    let table =
      name == "script-simplified"
      ? EmbeddedData.scriptSimplified : EmbeddedData.scriptTraditional
    var previous: Scalars = []
    var count = 0
    var faults: [String] = []
    TableLines.forEach(in: table) { fields in
      count += 1
      let fits = fields.count == 2 && fields[0].count == fields[1].count
      if !fits || !previous.lexicographicallyPrecedes(fields[0]) {
        faults.append(String(scalars: fields[0]))
      }
      previous = fields[0]
    }
    #expect(faults.isEmpty)
    #expect(count > 4000)
  }
}
