import Foundation

/// A folder that lives as long as the value.
package final class Scratch {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "eduai-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A file or folder inside.
  package func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  /// Writes a file below the folder, its folders made on the way.
  @discardableResult
  package func write(_ name: String, _ bytes: Data) throws -> URL {
    let file = file(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file
  }

  /// Writes a UTF-8 text file.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> URL {
    try write(name, Data(text.utf8))
  }
}
