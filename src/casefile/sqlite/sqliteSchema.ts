/**
 * The tables, step by step: number n brings a file from user_version n to n + 1. Never change one that was released.
 * A file of a trial, with everything in plain text, is at version 1: step 2 stumbles over its tables and leaves it alone.
 */
export const CASES: readonly string[] = [
  '',
  `
  CREATE TABLE cases (
    case_id     TEXT NOT NULL PRIMARY KEY,
    version     INTEGER NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('open', 'closed')),
    activity_at TEXT NOT NULL,
    sealed      BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    case_id TEXT NOT NULL REFERENCES cases ON DELETE CASCADE,
    seq     INTEGER NOT NULL,
    id      TEXT NOT NULL,
    sealed  BLOB NOT NULL,
    PRIMARY KEY (case_id, seq),
    UNIQUE (case_id, id)
  ) STRICT, WITHOUT ROWID;

  -- ready_at is due_at, or the end of the lease while a worker has the item. id is a token.
  CREATE TABLE due (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id  TEXT NOT NULL REFERENCES cases ON DELETE CASCADE,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('notice', 'term')),
    due_at   TEXT NOT NULL,
    ready_at TEXT NOT NULL,
    lease    TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    sealed   BLOB NOT NULL,
    UNIQUE (case_id, id)
  ) STRICT;
  CREATE INDEX due_by_ready_at ON due (ready_at, position);

  -- One row per key under which a case is found (list 'keys') or waited for (list 'awaits'), in the order of the lists.
  -- key is a token.
  CREATE TABLE listings (
    list        TEXT NOT NULL CHECK (list IN ('keys', 'awaits')),
    key         TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('open', 'closed')),
    activity_at TEXT NOT NULL,
    case_id     TEXT NOT NULL REFERENCES cases ON DELETE CASCADE,
    PRIMARY KEY (list, key, status, activity_at, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX listings_by_case ON listings (case_id);

  -- key is a token.
  CREATE TABLE key_values (
    key        TEXT NOT NULL PRIMARY KEY,
    sealed     BLOB NOT NULL,
    expires_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX key_values_by_expiry ON key_values (expires_at) WHERE expires_at IS NOT NULL;
  `,
];

/** The tables of the file that holds the wrapped data keys. */
export const KEYS: readonly string[] = [
  `
  CREATE TABLE data_keys (
    id         TEXT NOT NULL PRIMARY KEY,
    wrapped_by TEXT NOT NULL,
    wrapped    BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
];
