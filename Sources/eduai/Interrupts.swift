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
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interrupts.isRaised.store(true, ordering: .relaxed)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaction(number, &action, nil) }
  }

  /// Whether an interrupt has come.
  static var isPending: Bool { isRaised.load(ordering: .relaxed) }
}
