import Glibc
import HanText
import Pages

/// Finds and reads annotated articles.
///
/// Gold is a `.json` file (one object), a `.jsonl` file (one a line), a folder of such files, or a
/// folder with `gold/` and `articles/` inside. A gold object's page is looked for under its
/// `document` name in `articles/` beside the gold folder and beside the gold file; where there is
/// none, the object's own `text` is analysed as it stands.
public enum GoldReader {
  /// Reads all gold below `path`, in sorted order of the files' names.
  ///
  /// - Throws: `GoldError` at the first file that cannot be used: scores over half a gold set
  ///   would mislead.
  public static func articles(at path: String) throws(GoldError) -> [GoldArticle] {
    var articles: [GoldArticle] = []
    for file in try files(at: path) {
      let folder = parent(of: file)
      let places = [parent(of: folder) + "/articles", folder, folder + "/articles"]
      for value in try values(in: file) {
        var article = try GoldArticle(value.json, name: value.name)
        let document = article.record.article.document
        article.path = places.map { $0 + "/" + document }.first(where: isFile)
        articles.append(article)
      }
    }
    guard !articles.isEmpty else {
      throw GoldError(name: path, reason: "no annotated articles (.json or .jsonl) here")
    }
    return articles
  }

  private static func values(
    in file: String
  ) throws(GoldError) -> [(json: JSONValue, name: String)] {
    let bytes: [UInt8]
    do throws(InputFailure) { bytes = try FileContents.read(file) } catch {
      throw GoldError(name: error.document, reason: error.reason)
    }
    guard file.hasSuffix(".jsonl") else {
      do throws(JSONFailure) { return [(try JSONValue(parsing: bytes), file)] } catch {
        throw GoldError(name: file, reason: error.reason)
      }
    }
    var values: [(JSONValue, String)] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      let name = "\(file): line \(index + 1)"
      do throws(JSONFailure) { values.append((try JSONValue(parsing: Array(line)), name)) } catch {
        throw GoldError(name: name, reason: error.reason)
      }
    }
    return values
  }

  private static func files(at path: String) throws(GoldError) -> [String] {
    if isFile(path) { return [path] }
    let folder = isFolder(path + "/gold") ? path + "/gold" : path
    guard let stream = opendir(folder) else {
      throw GoldError(name: path, reason: systemReason())
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".json") || name.hasSuffix(".jsonl") { names.append(folder + "/" + name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func isFile(_ path: String) -> Bool { mode(of: path) == S_IFREG }

  private static func isFolder(_ path: String) -> Bool { mode(of: path) == S_IFDIR }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
