import Testing
import HanText

@testable import Pages

/// One page of our own writing, and the article that must come out of it.
struct PageCase: Sendable, CustomTestStringConvertible {
  var name: String
  var format: PageFormat
  var page: String
  var title: String?
  var published: String?
  var source: String?
  var authors: [String] = []
  var region: Region = .cn
  /// The article text without its title.
  var body: [String]

  var testDescription: String { name }

  /// The article that cleaning makes of the page.
  func article(_ options: CleaningOptions = CleaningOptions()) throws -> Article {
    try Cleaner(options: options).article(
      from: InputRecord(document: name, content: .text(Scalars(page)), format: format))
  }

  /// The whole text expected.
  var text: String { ((title.map { [$0] } ?? []) + body).joined(separator: "\n") }
}
