/// The tables of an index file, as `docs/index.md` explains them.
public enum IndexSchema {
  /// `PRAGMA application_id` of every index: the bytes `eduX`.
  public static let applicationID = 0x6564_7558

  /// `PRAGMA user_version`: raised by every change of the tables below or of what
  /// stands in them; `IndexUpgrade` brings older files along.
  public static let version = 2

  /// What makes the tables, indices and views of an empty file.
  ///
  /// The large columns (texts, signatures) stand in tables of their own, so that a query over
  /// titles and dates reads only those.
  public static let sql = tables + views

  /// The tables and their indices.
  static let tables = tablesBefore + mentionIndices + tablesBehind

  /// The indices of mentions, which cost most while an index is filled.
  static let mentionIndices = """
    CREATE INDEX mentions_name ON mentions (name, type);
    CREATE INDEX mentions_figure ON mentions (unit, value) WHERE type = 'figure';
    CREATE INDEX mentions_role ON mentions (role) WHERE role IS NOT NULL;

    """

  /// Takes the indices of mentions away.
  static let dropMentionIndices = """
    DROP INDEX IF EXISTS mentions_name;
    DROP INDEX IF EXISTS mentions_figure;
    DROP INDEX IF EXISTS mentions_role;

    """

  private static let tablesBefore = """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY,
      started TEXT NOT NULL,            -- UTC, ISO 8601
      finished TEXT,                    -- NULL while it runs, or if it was killed
      version TEXT NOT NULL,            -- of eduai
      model TEXT NOT NULL,              -- digest of the name model
      lexicon TEXT,                     -- digest of --lexicon
      options TEXT NOT NULL,            -- JSON: what the texts and mentions depend on
      added INTEGER NOT NULL DEFAULT 0,      -- documents that were new
      changed INTEGER NOT NULL DEFAULT 0,    -- documents analysed again
      unchanged INTEGER NOT NULL DEFAULT 0,  -- files that were not read
      vanished INTEGER NOT NULL DEFAULT 0,   -- documents that are not there any more
      failed INTEGER NOT NULL DEFAULT 0      -- rows of failures made
    ) STRICT;

    CREATE TABLE files (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,        -- as given and walked
      size INTEGER,                     -- bytes on disk
      mtime INTEGER,                    -- ns since 1970; NULL: read again next time
      fingerprint INTEGER NOT NULL,     -- digest of version, model, lexicon, options
      state TEXT NOT NULL CHECK (state IN ('read', 'partial', 'failed', 'vanished')),
      walk TEXT NOT NULL GENERATED ALWAYS AS (replace(path, '/', char(1))) VIRTUAL
    ) STRICT;
    CREATE INDEX files_walk ON files (walk);

    CREATE TABLE documents (
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,         -- place in its file, from 0
      document TEXT NOT NULL,           -- the name, as extract prints it
      given TEXT,                       -- the id a JSON line or web archive gives
      place TEXT,                       -- its name by file and line
      title TEXT,
      published TEXT,                   -- ISO 8601
      source TEXT,
      authors TEXT,                     -- JSON array
      script TEXT NOT NULL,             -- hans, hant, mixed
      region TEXT NOT NULL,             -- cn, tw, hk
      encoding TEXT,
      undecodable INTEGER NOT NULL,
      repairs INTEGER NOT NULL,
      removed_lines INTEGER NOT NULL,
      characters INTEGER NOT NULL,      -- code points of the text
      carried TEXT,                     -- JSON object: other members of a JSON line
      hash BLOB NOT NULL,               -- SHA-256 of the record
      fingerprint INTEGER NOT NULL,
      run INTEGER NOT NULL REFERENCES runs (id),
      state TEXT NOT NULL CHECK (state IN ('present', 'vanished')),
      duplicate_of INTEGER REFERENCES documents (id) ON DELETE SET NULL,
      UNIQUE (file, ordinal)
    ) STRICT;
    CREATE INDEX documents_document ON documents (document);
    CREATE INDEX documents_published ON documents (published);
    CREATE INDEX documents_source ON documents (source);
    CREATE INDEX documents_given ON documents (given) WHERE given IS NOT NULL;
    CREATE INDEX documents_duplicate_of ON documents (duplicate_of)
      WHERE duplicate_of IS NOT NULL;

    CREATE TABLE texts (
      document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
      text TEXT NOT NULL                -- the article text that offsets count in
    ) STRICT;

    CREATE TABLE sentences (
      document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      start INTEGER NOT NULL,           -- code points from 0, end exclusive
      end INTEGER NOT NULL,
      PRIMARY KEY (document, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE mentions (
      document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      sentence INTEGER,                 -- ordinal of the sentence it stands in
      type TEXT NOT NULL,
      subtype TEXT,
      text TEXT NOT NULL,
      name TEXT NOT NULL,
      role TEXT,
      affiliation TEXT,
      value ANY,                        -- a number; of a date ISO 8601 text
      value_max ANY,
      unit TEXT,
      qualifier TEXT,
      direction TEXT,
      subject TEXT,
      issuer TEXT,
      number TEXT,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      exact_value TEXT,                 -- decimals that value rounds (over 15 digits)
      exact_value_max TEXT,
      PRIMARY KEY (document, ordinal)
    ) STRICT, WITHOUT ROWID;

    """

  private static let tablesBehind = """
    CREATE TABLE relations (
      document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      person TEXT,                      -- with role, institution, former: a post
      role TEXT,
      institution TEXT,
      former INTEGER NOT NULL,          -- 1: a post left
      figure TEXT,                      -- with place, date: where and when a figure holds
      place TEXT,
      date TEXT,
      PRIMARY KEY (document, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE failures (
      file INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      subject TEXT NOT NULL,            -- the file, with line or record
      reason TEXT NOT NULL,
      PRIMARY KEY (file, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE signatures (
      document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
      exact INTEGER NOT NULL,           -- digest of the letters of the shadow
      shingles BLOB NOT NULL,           -- MinHash of its shingles
      facts BLOB NOT NULL               -- digests of its mentions' names
    ) STRICT;

    CREATE TABLE entities (
      id INTEGER PRIMARY KEY,           -- numbered by type and name
      type TEXT NOT NULL,
      name TEXT NOT NULL,
      subtype TEXT,                     -- the most frequent one
      documents INTEGER NOT NULL,
      mentions INTEGER NOT NULL,
      documents_without_duplicates INTEGER NOT NULL,
      mentions_without_duplicates INTEGER NOT NULL,
      UNIQUE (type, name)
    ) STRICT;

    CREATE TABLE entity_names (
      type TEXT NOT NULL,
      name TEXT NOT NULL,               -- a name of mentions
      entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
      PRIMARY KEY (type, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entity_names_entity ON entity_names (entity);

    CREATE TABLE properties (
      name TEXT PRIMARY KEY,
      value ANY
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE search USING fts5 (
      text, content = '', tokenize = "ascii tokenchars '.'", prefix = '1'
    );

    """
}
