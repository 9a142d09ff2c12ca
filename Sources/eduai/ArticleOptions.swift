import ArgumentParser
import Corpus
import Entities
import Glibc
import HanText
import Pages

extension InputFormat: ExpressibleByArgument {}
extension Region: ExpressibleByArgument {}
extension ScriptChoice: ExpressibleByArgument {}
extension Table: ExpressibleByArgument {}

/// The arguments and options that `extract`, `clean` and `index` share.
@dynamicMemberLookup
struct ArticleOptions: ParsableArguments {
  @Argument(
    help: "Files, folders (walked in sorted order), or - for standard input.",
    completion: .file())
  var paths: [String]

  @OptionGroup var reading: ReadingOptions

  /// The options are members of the arguments as well.
  subscript<Value>(dynamicMember member: KeyPath<ReadingOptions, Value>) -> Value {
    reading[keyPath: member]
  }

  /// The cleaner these options ask for.
  func cleaner(explains: Bool = false) -> Cleaner { reading.cleaner(explains: explains) }

  /// The user's lexicon; see `ReadingOptions.userLexicon()`.
  func userLexicon() throws -> UserLexicon? { try reading.userLexicon() }

  /// The inputs these options name.
  func reader(isSameSite: Bool = false) -> InputReader {
    var options = reading.inputOptions
    options.comparesPages = isSameSite
    return InputReader(paths: paths, options: options)
  }
}

/// How articles are read and cleaned, wherever their paths are named.
struct ReadingOptions: ParsableArguments {
  @Option(help: "How to read the input: auto, text, html, jsonl, warc or wet.")
  var inputFormat = InputFormat.auto

  @Option(help: "Encoding of the input, for example GB18030 or Big5; auto finds it.")
  var encoding = "auto"

  @Flag(help: "Keep navigation, advertisements and related links.")
  var keepBoilerplate = false

  @Flag(help: "Leave scraping damage as it is.")
  var noRepair = false

  @Option(help: "Script that text is printed in: keep, hans or hant; one character for one.")
  var script = ScriptChoice.keep

  @Option(help: "What 元, 兆 and local usage mean: auto, cn, tw or hk.")
  var region = RegionOption.auto

  @Option(
    help: "Your own names (TSV: name, type, canonical name, subtype); they win over the model.",
    completion: .file())
  var lexicon: String?

  @Option(help: "Number of worker threads; 0 for one a processor.")
  var jobs = 0

  @Option(help: "Largest article to read, in MiB, decompressed; larger ones fail.")
  var maxSize = 64

  @Flag(help: "Print failures only: no progress, no summary.")
  var quiet = false

  /// A region, or leave to find it.
  enum RegionOption: String, CaseIterable, ExpressibleByArgument {
    case auto, cn, tw, hk
  }

  func validate() throws {
    if !(0...256).contains(jobs) { throw ValidationError("--jobs takes 0 to 256.") }
    if maxSize < 1 || maxSize > 1 << 20 {
      throw ValidationError("--max-size takes 1 to 1048576.")
    }
    if encoding != "auto", EncodingLabel.encoding(for: encoding) == nil {
      throw ValidationError(
        "--encoding \(encoding): unknown; try UTF-8, GB18030, Big5 or another IANA name.")
    }
  }

  /// Number of threads to run.
  var threadCount: Int {
    jobs > 0 ? jobs : max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The cleaner these options ask for.
  func cleaner(explains: Bool = false) -> Cleaner {
    var options = CleaningOptions()
    options.keepsBoilerplate = keepBoilerplate
    options.repairsDamage = !noRepair
    options.encoding = encoding == "auto" ? nil : encoding
    options.region = Region(rawValue: region.rawValue)
    options.explains = explains
    return Cleaner(options: options)
  }

  /// The user's lexicon.
  ///
  /// - Throws: the exit status, after a line on standard error, where the file is wrong.
  func userLexicon() throws -> UserLexicon? {
    guard let lexicon else { return nil }
    let console = Console(isQuiet: true)
    do throws(InputFailure) {
      let bytes = try FileContents.read(lexicon)
      do throws(UserLexiconError) {
        return try UserLexicon(bytes: bytes, file: lexicon)
      } catch {
        throw InputFailure(document: "\(error.file): line \(error.line)", reason: error.reason)
      }
    } catch {
      console.failure(error.document, error.reason)
      throw ExitCode(ExitStatus.usage.rawValue)
    }
  }

  /// How these options want inputs read.
  var inputOptions: InputOptions {
    var options = InputOptions()
    options.format = inputFormat
    options.maximumRecordBytes = maxSize << 20
    options.encoding = encoding == "auto" ? nil : encoding
    return options
  }

  /// The articles below some paths.
  func reader(of paths: [String]) -> InputReader {
    InputReader(paths: paths, options: inputOptions)
  }
}
