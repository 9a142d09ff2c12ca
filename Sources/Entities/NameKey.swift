/// A name as the key of a table. It is told from others by its bytes: a `String` is hashed and
/// compared in Unicode's normal form, which names have anyway (`CanonicalName`) and which costs ten
/// times as much for Chinese.
struct NameKey: Hashable {
  let name: String

  init(_ name: String) { self.name = name }

  static func == (a: NameKey, b: NameKey) -> Bool {
    a.name.utf8.count == b.name.utf8.count && a.name.utf8.elementsEqual(b.name.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var name = name
    name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
