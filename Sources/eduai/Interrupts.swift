import Glibc
import Synchronization

/// Interrupts (SIGINT, SIGTERM, SIGHUP) as a flag that the run looks at, so that it can remove
/// its unfinished output before it ends; a closed pipe as an error of `write`.
enum Interrupts {
  private static let isRaised = Atomic<Bool>(false)

  /// Installs the handlers; a second interrupt ends the program at once.
  static func install() {
    isRaised.store(false, ordering: .relaxed)  // made before a handler can need it
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)  // a file beyond its allowed size, likewise
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interrupts.isRaised.store(true, ordering: .relaxed)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // `nohup` asks to live on by an ignored SIGHUP.
      var inherited = sigaction()
      sigaction(number, nil, &inherited)
      if number == SIGHUP, inherited.sa_flags & SA_SIGINFO == 0,
        unsafeBitCast(inherited.__sigaction_handler.sa_handler, to: Int.self)
          == unsafeBitCast(SIG_IGN, to: Int.self)
      {
        continue
      }
      sigaction(number, &action, nil)
      sigaddset(&signals, number)
    }
    // A parent may have started us with these blocked.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether an interrupt has come.
  static var isPending: Bool { isRaised.load(ordering: .relaxed) }
}
