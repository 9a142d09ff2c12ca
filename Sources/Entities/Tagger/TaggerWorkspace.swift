import Glibc

/// The working memory of one worker while it tags.
final class TaggerWorkspace: @unchecked Sendable {
  // Sendable because the pool gives it to one worker at a time.

  let scratch = FeatureScratch()
  let lattice = ViterbiLattice()
}

/// Working memories that stand ready, so that tagging a document allocates none.
///
/// Never more than there have been workers at once. Behind a POSIX mutex, whose hand-over from thread
/// to thread the thread sanitizer sees; that of the library's `Mutex` it does not.
final class WorkspacePool: @unchecked Sendable {
  // Sendable because the list is touched only with the mutex held, which never moves.

  private var free: [TaggerWorkspace] = []
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  init() { pthread_mutex_init(mutex, nil) }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Takes a workspace, which no other worker has until it is put back.
  func take() -> TaggerWorkspace {
    pthread_mutex_lock(mutex)
    let ready = free.popLast()
    pthread_mutex_unlock(mutex)
    return ready ?? TaggerWorkspace()
  }

  /// Gives a workspace back.
  func put(back workspace: TaggerWorkspace) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    free.append(workspace)
  }
}
