import Glibc

/// A path as the system knows it, in bytes, which need not be UTF-8.
struct FilePath: Sendable, Equatable {
  /// The bytes, without the NUL at the end.
  let bytes: [UInt8]

  init(_ path: String) { bytes = Array(path.utf8) }
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path to show and to name documents by; what is not UTF-8 shows as U+FFFD.
  var name: String { String(decoding: bytes, as: UTF8.self) }

  /// The path with the NUL that system calls want.
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// The path of something inside this folder.
  func appending(_ component: [UInt8]) -> FilePath {
    let slash = UInt8(ascii: "/")
    return FilePath(bytes: bytes + (bytes.last == slash ? [] : [slash]) + component)
  }

  /// What the path leads to, symbolic links followed; the system's error number if it cannot be
  /// told.
  func status() -> Result<FileStatus, SystemError> {
    var info = stat()
    guard stat(cString, &info) == 0 else { return .failure(SystemError(errno)) }
    return .success(FileStatus(info))
  }

  /// The names inside a folder, sorted by bytes, without `.` and `..`.
  func folderNames() -> Result<[[UInt8]], SystemError> {
    guard let folder = opendir(cString) else { return .failure(SystemError(errno)) }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      // `d_name` is a tuple in Swift; its length is told by the NUL.
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return .success(names.sorted { $0.lexicographicallyPrecedes($1) })
  }
}

/// What a path leads to.
struct FileStatus: Sendable {
  /// Kinds of files.
  enum Kind: Sendable {
    case folder
    case regular
    /// A pipe, device or socket.
    case special
  }

  /// Which folder or file it is, whatever the path.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  let kind: Kind
  let identity: Identity
  /// Size in bytes; 0 for what is no regular file.
  let size: Int

  init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFDIR: kind = .folder
    case S_IFREG: kind = .regular
    default: kind = .special
    }
    identity = Identity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
    size = kind == .regular ? Int(info.st_size) : 0
  }
}

/// An error number of the system, with its words.
struct SystemError: Error, Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// One clause in plain English.
  var reason: String {
    switch number {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case ELOOP: "symbolic links lead in a circle"
    case EISDIR: "is a folder"
    case ENOTDIR: "part of the path is not a folder"
    case ENAMETOOLONG: "the path is too long"
    case EIO: "the disk cannot be read"
    case EMFILE, ENFILE: "too many open files"
    case EBADF: "is closed"
    default: String(cString: strerror(number)).lowercased()
    }
  }
}
