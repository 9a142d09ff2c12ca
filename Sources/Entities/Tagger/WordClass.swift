/// The classes of words in the tagger's word list: coarse parts of speech of the ICTCLAS tag set,
/// with the nouns that end names of institutions and those for posts set apart.
package enum WordClass: UInt8, CaseIterable, Sendable {
  case noun = 1
  case person, transliteratedPerson, place, institution, otherName
  case verb, verbalNoun, adjective, adverb, number, measure, time, pronoun, preposition
  case conjunction, particle, direction, location, idiom, phrase, distinguishing, abbreviation
  case status, unclassified
  case head, title

  /// The class that `Data/words.tsv` writes as `name`.
  package init?(name: String) {
    guard let found = Self.names.first(where: { $0.0 == name }) else { return nil }
    self = found.1
  }

  private static let names: [(String, WordClass)] = [
    ("n", .noun), ("nr", .person), ("nrt", .transliteratedPerson), ("ns", .place),
    ("nt", .institution), ("nz", .otherName), ("v", .verb), ("vn", .verbalNoun), ("a", .adjective),
    ("d", .adverb), ("m", .number), ("q", .measure), ("t", .time), ("r", .pronoun),
    ("p", .preposition), ("c", .conjunction), ("u", .particle), ("f", .direction),
    ("s", .location), ("i", .idiom), ("l", .phrase), ("b", .distinguishing), ("j", .abbreviation),
    ("z", .status), ("x", .unclassified), ("head", .head), ("title", .title),
  ]
}
