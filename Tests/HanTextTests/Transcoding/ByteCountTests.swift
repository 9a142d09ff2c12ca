import Testing

@testable import HanText

@Suite("Counts of bytes")
struct ByteCountTests {
  @Test("agree with a count one by one, at every length and offset")
  func counts() {
    var bytes: [UInt8] = []
    for i in 0..<9_000 { bytes.append(UInt8(truncatingIfNeeded: i &* 37 &+ i / 200)) }
    for length in [0, 1, 15, 16, 17, 33, 255 * 16 - 1, 255 * 16 + 1, 8_990] {
      for start in 0..<3 {
        let part = Array(bytes[start..<(start + length)])
        part.withUnsafeBufferPointer {
          #expect(ByteCount.scalars(in: $0) == part.count { $0 & 0xC0 != 0x80 })
          let allowed: Set<UInt8> = [8, 9, 10, 11, 12, 13, 0x1A, 0x1B]
          #expect(ByteCount.controls(in: $0) == part.count { $0 < 0x20 && !allowed.contains($0) })
        }
      }
    }
  }
}
