import ArgumentParser

/// The program.
@main
struct EduAI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eduai", abstract: "Analyzes folders of saved Chinese policy and news articles.",
    version: "0.1.0")
}
