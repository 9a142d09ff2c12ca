/// A name as the key of a table. Its bytes are hashed: a `String` is hashed in Unicode's normal form,
/// which names have anyway (`CanonicalName`) and which costs ten times as much for Chinese.
struct NameKey: Hashable {
  let name: String

  init(_ name: String) { self.name = name }

  func hash(into hasher: inout Hasher) {
    var name = name
    name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
