import ArgumentParser
import Glibc

/// The program: its subcommands, and the one place where errors become messages and exit codes.
@main
struct EduAI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eduai",
    abstract: "Who said what, for which body, with which figures, in folders of Chinese articles.",
    discussion: """
      Reads saved pages (text, HTML, JSON Lines; UTF-8, GB18030, Big5; Simplified and Traditional), \
      repairs scraping damage, removes page boilerplate, and lists people, institutions, places, \
      figures, dates and policies, each traceable to its sentence.

      EXAMPLES
        eduai extract pages/ > mentions.csv
        eduai extract pages/ --table figures --bom --output figures.csv
        eduai clean page.html
        eduai index pages/ --db corpus.db
        eduai search '人工智能 NOT 游戏' --db corpus.db
        eduai kwic 教师 pages/
        eduai report --db corpus.db -o report.html
        eduai evaluate corpus/

      EXIT STATUS
        0  all inputs were read
        1  some inputs failed; each is named on standard error, the rest is done
        2  usage
        3  output could not be written; nothing partial is left under its name
        130  interrupted
      """,
    version: "eduai 0.1.0",
    subcommands: [
      ExtractCommand.self, CleanCommand.self, IndexCommand.self, SearchCommand.self,
      EntitiesCommand.self, ExportCommand.self, ReportCommand.self, KwicCommand.self,
      WordsCommand.self, CollocatesCommand.self, KeynessCommand.self, EvaluateCommand.self,
      TrainCommand.self,
    ])

  static func main() {
    StandardDescriptors.fill()
    Interrupts.install()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let status = ExitStatus(of: error)
      let message = fullMessage(for: error)
      if !message.isEmpty {
        if status == .success { print(message) } else { Console.writeError(message + "\n") }
      }
      Glibc.exit(status.rawValue)
    }
  }
}

/// The exit statuses of the contract.
enum ExitStatus: Int32 {
  case success = 0
  case someInputsFailed = 1
  case usage = 2
  case outputFailed = 3
  case interrupted = 130

  /// The status that an error thrown by a command stands for.
  init(of error: any Error) {
    let code = EduAI.exitCode(for: error)
    self = ExitStatus(rawValue: code.rawValue) ?? .usage
  }

  /// Ends the command with this status, without a message.
  func end() throws {
    if self != .success { throw ExitCode(rawValue) }
  }
}
