import ArgumentParser
import Corpus
import Entities
import HanText
import Pages

/// The options of commands that recognise names.
struct RecognitionOptions: ParsableArguments {
  @Option(help: "A model of your own for names, made by eduai train.", completion: .file())
  var model: String?

  /// The model asked for, or the built-in one.
  ///
  /// - Throws: the exit status, after a line on standard error, where the file is no such model.
  func tagger() throws -> LinearTagger {
    guard let model else { return .builtIn }
    do throws(ModelError) { return try LinearTagger(file: model) } catch {
      Console(isQuiet: true).failure(model, error.description)
      throw ExitCode(ExitStatus.usage.rawValue)
    }
  }

  /// A digest of the model asked for, or of the built-in one.
  func digest() throws -> String {
    guard let model else { return IndexFingerprint.digest(EmbeddedData.namesModel) }
    return try Self.digest(of: model)
  }

  /// A digest of a model or lexicon.
  ///
  /// - Throws: the exit status, after a line on standard error, where it cannot be read.
  static func digest(of file: String) throws -> String {
    do throws(InputFailure) {
      return try FileContents.read(file).withUnsafeBytes { IndexFingerprint.digest($0) }
    } catch {
      Console(isQuiet: true).failure(error.document, error.reason)
      throw ExitCode(ExitStatus.usage.rawValue)
    }
  }
}
