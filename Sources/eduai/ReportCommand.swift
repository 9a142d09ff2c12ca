import ArgumentParser
import Corpus
import Report

/// `eduai report`: what an index holds, as one page to be read.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one HTML page of what an index holds: people, bodies, figures, articles.",
    discussion: """
      The page needs nothing beside itself and no network: it can be mailed, printed or kept. Tables \
      sort and filter where the browser runs scripts, and are whole where it does not. Articles that \
      repeat another one count once.

      EXAMPLES
        eduai report --db corpus.db -o report.html
        eduai report --db corpus.db --articles 1000 --rows 5000 --title 'Policies of 2025' -o r.html
      """)

  @OptionGroup var index: IndexFileOptions

  @Option(
    name: [.short, .long], help: "File to write, whole or not at all; - for standard output.",
    completion: .file())
  var output: String?

  @Option(help: "Articles whose whole text is on the page, the latest ones.")
  var articles = 200

  @Option(help: "Rows of each table at most.")
  var rows = 1000

  @Option(help: "What the page calls the corpus; the name of the index file without it.")
  var title: String?

  @Flag(help: "Print failures only.")
  var quiet = false

  func validate() throws {
    guard (0...1_000_000).contains(articles) else {
      throw ValidationError("--articles takes 0 to 1000000.")
    }
    guard (1...1_000_000).contains(rows) else {
      throw ValidationError("--rows takes 1 to 1000000.")
    }
  }

  func run() throws {
    let file = try index.open()
    let console = Console(isQuiet: quiet)
    let page: OutputFile
    do throws(OutputFile.Failure) {
      if let output, output != "-" {
        page = try OutputFile(path: output)
      } else {
        page = OutputFile()
      }
    } catch {
      return try console.report(error).end()
    }
    let status: ExitStatus
    do throws(Report.Failure) {
      let source = try IndexSource(file, name: title)
      try Report(articles: articles, rows: rows)
        .write(source, to: page, isInterrupted: { Interrupts.isPending })
      status = commit(page, console)
    } catch {
      page.discard()
      switch error {
      case .source(let path, let reason):
        console.failure(path, reason)
        status = .someInputsFailed
      case .output(let failure): status = console.report(failure)
      case .interrupted: status = .interrupted
      }
    }
    try status.end()
  }

  private func commit(_ page: OutputFile, _ console: Console) -> ExitStatus {
    guard !Interrupts.isPending else {
      page.discard()
      return .interrupted
    }
    do throws(OutputFile.Failure) { try page.commit() } catch {
      page.discard()
      return console.report(error)
    }
    console.summary(["1 page"])
    return .success
  }
}
