import HanText

/// The distinct names of a corpus by type, numbered as they come.
///
/// Names are bytes in one array: to find one of a mention takes a hash and a comparison of a few bytes
/// and no `String`, whose hash normalises Chinese text first.
struct EntityTable {
  private struct Entry {
    let type: EntityType
    let start: Int
    let count: Int
    let hash: UInt64
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Numbers of entries by the low bits of their hash, -1 for none; a power of two, half of it empty.
  private var slots = [Int32](repeating: -1, count: 1024)

  /// Number of names.
  var count: Int { entries.count }

  /// The number of a name, a new one where it has none.
  ///
  /// - Parameter name: UTF-8.
  /// - Complexity: O(length of the name).
  mutating func number(_ type: EntityType, _ name: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(type, name)
    let slot = slot(hash, type, name)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    let number = entries.count
    slots[slot] = Int32(truncatingIfNeeded: number)
    entries.append(Entry(type: type, start: bytes.count, count: name.count, hash: hash))
    bytes.append(contentsOf: name)
    if entries.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a name; `nil` where it has none.
  func number(of key: EntityKey) -> Int? {
    var name = key.name
    return name.withUTF8 { name in
      let slot = slots[slot(Self.hash(key.type, name), key.type, name)]
      return slot < 0 ? nil : Int(slot)
    }
  }

  /// The type of a name.
  func type(of number: Int) -> EntityType { entries[number].type }

  /// A name's bytes, UTF-8.
  func name(of number: Int) -> ArraySlice<UInt8> {
    let entry = entries[number]
    return bytes[entry.start..<entry.start + entry.count]
  }

  /// A name with its type.
  func key(of number: Int) -> EntityKey {
    EntityKey(type: type(of: number), name: String(decoding: name(of: number), as: UTF8.self))
  }

  /// All numbers by type and by the bytes of the name, as SQLite sorts them.
  ///
  /// - Complexity: O(n log n) for n names.
  func sorted() -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      entries.indices.sorted {
        let (a, b) = (entries[$0], entries[$1])
        guard a.type == b.type else { return a.type.rawValue < b.type.rawValue }
        let common = min(a.count, b.count)
        for i in 0..<common where bytes[a.start + i] != bytes[b.start + i] {
          return bytes[a.start + i] < bytes[b.start + i]
        }
        return a.count < b.count
      }
    }
  }

  /// Where a name stands in `slots`, or would stand.
  private func slot(
    _ hash: UInt64, _ type: EntityType, _ name: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.type == type, entry.count == name.count,
        bytes[entry.start..<entry.start + entry.count].elementsEqual(name)
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// Eight bytes at a time; every bit of the low half depends on all of them.
  private static func hash(_ type: EntityType, _ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(name)
    var hash = UInt64(raw.count) &* 8 &+ UInt64(type.number)
    var at = 0
    while at < raw.count {
      var word: UInt64 = 0
      if at + 8 <= raw.count {
        word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      } else {
        for byte in raw[at...] { word = word << 8 | UInt64(byte) }
      }
      let (high, low) = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = high ^ low
      at += 8
    }
    return hash ^ hash >> 29
  }
}
