import ArgumentParser
import Corpus
import Glibc
import HanText
import Pages

/// `eduai clean`: the article text, or what was done to get it.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Print the article text: damage repaired, page boilerplate removed.",
    discussion: """
      One article is printed as plain text, several as JSON Lines (see --format).

      EXAMPLES
        eduai clean page.html
        eduai clean pages/ > articles.jsonl
        eduai clean page.html --explain
        eduai clean one-site/ --same-site > articles.jsonl
        eduai clean pages/ --script hans --format text
      """)

  /// How articles are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case auto, text, jsonl
  }

  @OptionGroup var input: ArticleOptions

  @OptionGroup var site: SiteOptions

  @Option(help: "auto (text for one article, jsonl for several), text or jsonl.")
  var format = Format.auto

  @Option(
    name: [.short, .long], help: "File to write, whole or not at all; - for standard output.",
    completion: .file())
  var output: String?

  @Flag(help: "Print instead what was repaired or removed, line by line, with the reason.")
  var explain = false

  func run() throws {
    let session = Session(
      input: input, cleaner: input.cleaner(explains: explain), isSameSite: site.sameSite,
      outputPath: output)
    let script = input.script
    let makeSink = { (output) throws(OutputFile.Failure) in try ByteSink(output) }
    let status: ExitStatus
    if explain {
      let isColoured = (output ?? "-") == "-" && isatty(STDOUT_FILENO) == 1
      status = session.run(into: makeSink, countsMentions: false) { article, _ in
        (ByteSink.Piece(bytes: Explanation(of: article, isColoured: isColoured).bytes), 0)
      }
    } else {
      let format = format
      // Unchanged input comes back byte for byte; a cleaned text ends with a line end.
      let isExact = input.keepBoilerplate && input.noRepair
      status = session.run(into: makeSink, countsMentions: false) { article, _ in
        var text: [UInt8] = []
        UTF8Text.append(ScriptConverter.convert(article.text, to: script), to: &text)
        if !isExact, text.last != 0x0A { text.append(0x0A) }
        if format == .text { return (ByteSink.Piece(bytes: text), 0) }
        var line: [UInt8] = []
        RecordJSON.append(article, script: script, to: &line)
        return (ByteSink.Piece(bytes: line, alone: format == .auto ? text : nil), 0)
      }
    }
    try status.end()
  }
}
