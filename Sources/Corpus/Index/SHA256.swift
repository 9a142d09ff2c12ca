/// SHA-256 (FIPS 180-4), so that anyone can hold a document's `hash` against `sha256sum`.
struct SHA256 {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19,
  ]
  private var block: [UInt8] = []
  private var byteCount = 0

  /// The digest of some bytes.
  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBufferPointer { hash.add($0) }
    return hash.finish()
  }

  /// Adds bytes.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    byteCount &+= bytes.count
    var start = 0
    if !block.isEmpty {
      start = min(64 - block.count, bytes.count)
      block.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[0..<start]))
      if block.count < 64 { return }
      let full = block
      full.withUnsafeBufferPointer { compress($0, 0) }
      block.removeAll(keepingCapacity: true)
    }
    while bytes.count - start >= 64 {
      compress(bytes, start)
      start += 64
    }
    block.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Adds a text with its length, so that what follows cannot be taken for part of it.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      add(length: bytes.count)
      add(bytes)
    }
  }

  /// Adds a number.
  mutating func add(length: Int) {
    withUnsafeBytes(of: UInt64(length).littleEndian) { raw in
      raw.withMemoryRebound(to: UInt8.self) { add($0) }
    }
  }

  /// The digest, 32 bytes.
  mutating func finish() -> [UInt8] {
    let bits = UInt64(byteCount) &* 8
    var padding: [UInt8] = [0x80]
    while (byteCount + padding.count) % 64 != 56 { padding.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    padding.withUnsafeBufferPointer { add($0) }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      for i in 0..<16 {
        let at = start + i * 4
        w[i] =
          UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
          | UInt32(bytes[at + 3])
      }
      for i in 16..<64 {
        let (x, y) = (w[i - 15], w[i - 2])
        let s0 = Self.rotate(x, 7) ^ Self.rotate(x, 18) ^ x >> 3
        let s1 = Self.rotate(y, 17) ^ Self.rotate(y, 19) ^ y >> 10
        w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      Self.constants.withUnsafeBufferPointer { k in
        // Eight at a time, so that the letters change places by name instead of by moving.
        for i in stride(from: 0, to: 64, by: 8) {
          Self.round(a, b, c, &d, e, f, g, &h, k[i] &+ w[i])
          Self.round(h, a, b, &c, d, e, f, &g, k[i + 1] &+ w[i + 1])
          Self.round(g, h, a, &b, c, d, e, &f, k[i + 2] &+ w[i + 2])
          Self.round(f, g, h, &a, b, c, d, &e, k[i + 3] &+ w[i + 3])
          Self.round(e, f, g, &h, a, b, c, &d, k[i + 4] &+ w[i + 4])
          Self.round(d, e, f, &g, h, a, b, &c, k[i + 5] &+ w[i + 5])
          Self.round(c, d, e, &f, g, h, a, &b, k[i + 6] &+ w[i + 6])
          Self.round(b, c, d, &e, f, g, h, &a, k[i + 7] &+ w[i + 7])
        }
      }
      for (i, value) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= value }
    }
  }

  /// One of the 64 steps: what becomes of `d` and `h`.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let t1 = h &+ s1 &+ (g ^ e & (f ^ g)) &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d = d &+ t1
    h = t1 &+ s0 &+ (a & b | c & (a | b))
  }

  @inline(__always)
  private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 &- n) }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
    0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
    0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
    0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
    0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
    0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
    0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
    0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
    0xC671_78F2,
  ]
}
