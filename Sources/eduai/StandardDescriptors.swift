import Glibc

/// Standard input, output and error, which a parent may have left closed.
enum StandardDescriptors {
  /// Occupies the numbers of those that are closed: a file opened later would get them, and what
  /// is meant for standard error would stand in the user's table.
  ///
  /// They are opened the wrong way round, so that reading and writing still fail as on closed ones.
  static func fill() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
