import Synchronization

/// The working memory of one worker while it tags.
final class TaggerWorkspace: @unchecked Sendable {
  // Sendable because the pool gives it to one worker at a time.

  let scratch = FeatureScratch()
  let lattice = ViterbiLattice()
}

/// Working memories that stand ready, so that tagging a document allocates none.
///
/// Never more than there have been workers at once.
final class WorkspacePool: Sendable {
  private let free = Mutex<[TaggerWorkspace]>([])

  init() {}

  /// Takes a workspace, which no other worker has until it is put back.
  func take() -> TaggerWorkspace { free.withLock { $0.popLast() } ?? TaggerWorkspace() }

  /// Gives a workspace back.
  func put(back workspace: TaggerWorkspace) { free.withLock { $0.append(workspace) } }
}
