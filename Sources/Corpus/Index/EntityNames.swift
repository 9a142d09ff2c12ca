import Entities
import HanText

/// Which short names of a corpus stand for which full ones: what single documents resolved, as far
/// as all documents agree.
///
/// A mention whose text, in canonical form, is not its name was resolved inside its document:
/// 市一中 → 雨城市第一中学. Where every document that resolves a form gives it the same name, a
/// document that has only the short form means that name, too.
struct EntityNames {
  private struct Evidence {
    /// The only full name so far; `nil` once two documents disagree.
    var name: String?
    var documents = 0
    var lastDocument = -1
  }

  private var evidence: [EntityKey: Evidence] = [:]

  /// Takes a mention that was resolved; mentions come document by document.
  mutating func add(_ form: EntityKey, name: String, document: Int) {
    guard form.name != name, Self.mayStandAlone(form) else { return }
    var known = evidence[form] ?? Evidence(name: name)
    if known.name != name { known.name = nil }
    if known.lastDocument != document {
      known.documents += 1
      known.lastDocument = document
    }
    evidence[form] = known
  }

  /// The forms that some document resolved to another name, in no order.
  var forms: some Collection<EntityKey> { evidence.keys }

  /// The full name that a name stands for in all documents; its own where there is none.
  ///
  /// - Parameter isApart: whether some document has both names and keeps them apart.
  func fullName(
    of key: EntityKey,
    isApart: (_ short: String, _ full: String) throws(DatabaseError) -> Bool
  ) throws(DatabaseError) -> String {
    var full = key
    // A full name can be the short form of a fuller one; a circle of names is left as it is.
    for _ in 0..<4 {
      guard let known = evidence[full], let next = known.name,
        known.documents >= Self.neededDocuments(full)
      else { return full.name }
      if try isApart(full.name, next) { return full.name }
      full = EntityKey(type: key.type, name: next)
    }
    return key.name
  }

  /// Two characters say little: one document is not enough for them.
  private static func neededDocuments(_ form: EntityKey) -> Int {
    form.name.unicodeScalars.count <= 2 ? 2 : 1
  }

  /// Whether a form means the same in any document: not a bare surname, not a name that takes its
  /// place from the text around it (市委, 省教育厅, 该校).
  static func mayStandAlone(_ form: EntityKey) -> Bool {
    let scalars = form.name.unicodeScalars
    guard let first = scalars.first, scalars.count > 1 else { return false }
    // 小林, 老张, 李某 are anyone of that surname.
    if form.type == .person { return !"小老阿".unicodeScalars.contains(first) && scalars.last != "某" }
    return !relative.contains(first)
  }

  /// First characters of names that are relative to a place or body named before.
  private static let relative = Set("省市县区州盟旗镇乡村校院系所厅局部委会厂本该我贵全两各".unicodeScalars)
}

/// The types of mentions that are entities across documents, in the order of their names.
enum EntityType: String, CaseIterable {
  case institution, person, place, policy

  /// Reads a type's name in UTF-8; `nil` for other types of mentions.
  init?(utf8 name: UnsafeBufferPointer<UInt8>) {
    switch (name.count, name.first, name.dropFirst().first) {
    case (11, UInt8(ascii: "i"), _): self = .institution
    case (6, UInt8(ascii: "p"), UInt8(ascii: "e")): self = .person
    case (5, UInt8(ascii: "p"), _): self = .place
    case (6, UInt8(ascii: "p"), UInt8(ascii: "o")): self = .policy
    default: return nil
    }
  }

  /// Its place among them.
  var number: Int {
    switch self {
    case .institution: 0
    case .person: 1
    case .place: 2
    case .policy: 3
    }
  }

  /// The subtypes it can have.
  var subtypes: [String] {
    switch self {
    case .institution: InstitutionKind.allCases.map(\.rawValue)
    case .place: PlaceKind.allCases.map(\.rawValue)
    case .person, .policy: []
    }
  }
}

/// A type and a name of it.
struct EntityKey: Hashable {
  let type: EntityType
  let name: String
}
