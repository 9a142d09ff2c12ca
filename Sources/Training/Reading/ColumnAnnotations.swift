import Entities
import HanText

/// Reads two-column annotation: a character (or word) and its tag on each line, white space
/// between, an empty line behind each sentence.
///
/// Tags are `O` or a position and a type: B, I, E, S or M (for I), a hyphen or underscore, and a
/// type by any of its usual names (PER, ORG, LOC, GPE, NR, NT, NS, TITLE …; a part behind a dot, as
/// in PER.NOM, other than NAM makes the tag O). Other types are passed over. An I may begin a name,
/// as in the IOB1 scheme; an M or E may not.
public enum ColumnAnnotations {
  /// Reads a whole file.
  ///
  /// - Throws: `TrainingDataError` naming the first bad line.
  /// - Complexity: O(bytes).
  public static func read(
    _ bytes: [UInt8], file: String
  ) throws(TrainingDataError) -> [AnnotatedSentence] {
    var sentences: [AnnotatedSentence] = []
    var builder = SentenceBuilder()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let columns = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if columns.isEmpty {
        builder.finish(into: &sentences)
        continue
      }
      guard columns.count == 2 else {
        throw TrainingDataError(
          file: file, line: number, reason: "\(columns.count) columns where two are expected")
      }
      let tag = String(decoding: columns[1], as: UTF8.self)
      guard let position = Position(tag) else {
        throw TrainingDataError(file: file, line: number, reason: "unknown tag \(tag)")
      }
      let text = Scalars(String(decoding: columns[0], as: UTF8.self))
      guard builder.add(text, position, typeName: typeName(tag)) else {
        throw TrainingDataError(
          file: file, line: number, reason: "\(tag) does not continue a name")
      }
    }
    builder.finish(into: &sentences)
    return sentences
  }

  /// Where in a name a tag stands.
  enum Position: Equatable {
    case outside, begin, inside, middle, end, single

    init?(_ tag: String) {
      if tag == "O" || tag == "o" {
        self = .outside
        return
      }
      let scalars = Array(tag.unicodeScalars)
      guard scalars.count > 2, scalars[1] == "-" || scalars[1] == "_" else { return nil }
      switch scalars[0] {
      case "B": self = .begin
      case "I": self = .inside
      case "M": self = .middle
      case "E": self = .end
      case "S": self = .single
      default: return nil
      }
    }
  }

  /// The part of a tag behind its position.
  private static func typeName(_ tag: String) -> String { String(tag.dropFirst(2)) }

  /// The label that a type's usual name stands for; `nil` for other types.
  static func label(_ typeName: String) -> TaggedName.Label? {
    let parts = typeName.uppercased().split(separator: ".")
    guard let name = parts.first, parts.count == 1 || parts[1] == "NAM" else { return nil }
    switch name {
    case "PER", "PERSON", "NAME", "NR": return .person
    case "ORG", "ORGANIZATION", "ORGANISATION", "INSTITUTION", "COMPANY", "GOVERNMENT", "NT":
      return .institution
    case "LOC", "LOCATION", "GPE", "PLACE", "ADDRESS", "NS": return .place
    case "TITLE", "POSITION", "ROLE": return .role
    default: return nil
    }
  }
}

/// Puts a sentence together from tagged pieces.
private struct SentenceBuilder {
  private var text: Scalars = []
  private var names: [AnnotatedName] = []
  /// The name under way: its type as written and where it starts.
  private var open: (typeName: String, start: Int)?

  /// Adds a piece; `false` where its tag cannot follow.
  mutating func add(
    _ piece: Scalars, _ position: ColumnAnnotations.Position, typeName: String
  ) -> Bool {
    let continues = open?.typeName == typeName
    switch position {
    case .outside: close()
    case .begin, .single:
      close()
      open = (typeName, text.count)
    case .inside:
      if !continues {
        close()
        open = (typeName, text.count)
      }
    case .middle, .end:
      guard continues else { return false }
    }
    text.append(contentsOf: piece)
    if position == .end || position == .single { close() }
    return true
  }

  /// Ends the name under way before the next piece.
  private mutating func close() {
    if let open, let label = ColumnAnnotations.label(open.typeName) {
      names.append(AnnotatedName(span: TextSpan(open.start, text.count), label: label))
    }
    open = nil
  }

  /// Ends the sentence.
  mutating func finish(into sentences: inout [AnnotatedSentence]) {
    close()
    if !text.isEmpty { sentences.append(AnnotatedSentence(text: text, names: names)) }
    text = []
    names = []
  }
}
