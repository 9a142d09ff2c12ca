import Entities
import Glibc
import Pages

/// Runs the benchmarks; `make bench` says how.
@main
struct Bench {
  static let usage = """
    Bench run --program EDUAI --words WORDS --corpus FOLDER --results FOLDER [--pages FOLDER]
    Bench large [MEGABYTES] (same options)
    Bench stages --corpus FOLDER [--pages FOLDER]
    Bench search --db INDEX [--results FOLDER]
    Bench tagging --corpus FOLDER [--model FILE]
    Bench generate COUNT --corpus FOLDER --to FOLDER
    """

  static func main() {
    do {
      try run(Arguments(CommandLine.arguments))
    } catch {
      print("\(error)")
      exit(1)
    }
  }

  private static func run(_ arguments: Arguments) throws {
    if arguments.words.first == "search" {
      var report = Report()
      report.add(Report.machine())
      try SearchBench(index: try arguments["db"]).measure(into: &report)
      if let results = arguments.options["results"] {
        try report.write(to: results, name: "search")
      }
      return
    }
    let generator = Generator(pages: try SourcePage.read(corpus: try arguments["corpus"]))
    switch arguments.words.first {
    case "generate":
      guard let count = arguments.words.dropFirst().first.flatMap(Int.init) else {
        throw BenchError(usage)
      }
      try generator.write(count, to: try arguments["to"])
    case "stages":
      var report = Report()
      report.add(Report.machine())
      try measureStages(generator.pages, pagesFolder: arguments.options["pages"], &report)
    case "tagging":
      var report = Report()
      report.add(Report.machine())
      let tagger =
        try arguments.options["model"].map { try LinearTagger(file: $0) } ?? .builtIn
      try texts(generator.pages).measureTagging(tagger, into: &report)
    case "run", "large":
      let isLarge = arguments.words[0] == "large"
      var report = Report()
      report.add(Report.machine())
      let folder = try temporaryFolder()
      defer { _ = try? ProcessRun(["rm", "-r", folder]) }
      let programs = Programs(
        program: try arguments["program"], words: try arguments["words"], folder: folder,
        generator: generator)
      if isLarge {
        let megabytes = arguments.words.dropFirst().first.flatMap(Int.init) ?? 1024
        try programs.measureLargeFiles(megabytesOfLines: megabytes, into: &report)
      } else {
        try measureStages(generator.pages, pagesFolder: arguments.options["pages"], &report)
        try programs.measureStart(into: &report)
        try programs.measureExtract(into: &report)
      }
      try report.write(to: try arguments["results"], name: isLarge ? "large" : "run")
    default: throw BenchError(usage)
    }
  }

  /// Eight variants of every page.
  private static func many(_ pages: [SourcePage]) -> [(name: String, bytes: [UInt8])] {
    (0..<8).flatMap { round in
      pages.map { page in
        var random = Random(seed: UInt64(round))
        return (page.name, page.varied(&random))
      }
    }
  }

  /// The stages over undamaged plain texts.
  private static func texts(_ pages: [SourcePage]) throws -> Stages {
    let texts = pages.filter { !$0.isMarkedUp && !$0.isDamaged && $0.encoding == "UTF-8" }
    return try Stages(pages: many(texts), format: .text)
  }

  private static func measureStages(
    _ pages: [SourcePage], pagesFolder: String?, _ report: inout Report
  ) throws {
    let text = try texts(pages)
    text.measureCleaning("text path, undamaged UTF-8", into: &report)
    text.measureRecognition(tagger: LinearTagger.builtIn, into: &report)
    let damaged = try Stages(pages: many(pages.filter(\.isDamaged)), format: .text)
    damaged.measureCleaning("text path, damaged", into: &report)
    let marked = pages.filter { $0.isMarkedUp && $0.encoding == "UTF-8" }
    try Stages(pages: many(marked), format: .html)
      .measureCleaning("HTML path, corpus", into: &report)
    if let pagesFolder {
      let names = Files.names(in: pagesFolder, suffix: ".html")
      let pages = names.compactMap { name in
        Files.read("\(pagesFolder)/\(name)").map { (name: name, bytes: $0) }
      }
      try Stages(pages: pages, format: .html)
        .measureCleaning("HTML path, real pages", into: &report)
    }
  }

  private static func temporaryFolder() throws -> String {
    var template = Array("/tmp/eduai-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchError("no temporary folder") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Words and `--name value` options.
struct Arguments {
  var words: [String] = []
  var options: [String: String] = [:]

  init(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    while let first = rest.popFirst() {
      if first.hasPrefix("--") {
        options[String(first.dropFirst(2))] = rest.popFirst()
      } else {
        words.append(first)
      }
    }
  }

  /// A value that must be given.
  subscript(_ name: String) -> String {
    get throws {
      guard let value = options[name] else { throw BenchError("--\(name) is missing") }
      return value
    }
  }
}
