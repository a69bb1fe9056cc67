/** The tables, step by step: number n brings a file from user_version n to n + 1. Never change one that was released. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE cases (
    case_id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    file    TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    case_id          TEXT NOT NULL REFERENCES cases ON DELETE CASCADE,
    seq              INTEGER NOT NULL,
    id               TEXT NOT NULL,
    protocol_version TEXT NOT NULL,
    event            TEXT NOT NULL,
    PRIMARY KEY (case_id, seq),
    UNIQUE (case_id, id)
  ) STRICT, WITHOUT ROWID;

  -- ready_at is due_at, or the end of the lease while a worker has the item.
  CREATE TABLE due (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id  TEXT NOT NULL REFERENCES cases ON DELETE CASCADE,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('notice', 'term')),
    due_at   TEXT NOT NULL,
    ready_at TEXT NOT NULL,
    lease    TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    payload  TEXT NOT NULL,
    UNIQUE (case_id, id)
  ) STRICT;
  CREATE INDEX due_by_ready_at ON due (ready_at, position);

  -- One row per key under which a case is found (list 'keys') or waited for (list 'awaits'), in the order of the lists.
  CREATE TABLE listings (
    list        TEXT NOT NULL CHECK (list IN ('keys', 'awaits')),
    key         TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('open', 'closed')),
    activity_at TEXT NOT NULL,
    case_id     TEXT NOT NULL REFERENCES cases ON DELETE CASCADE,
    PRIMARY KEY (list, key, status, activity_at, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX listings_by_case ON listings (case_id);

  CREATE TABLE key_values (
    key        TEXT NOT NULL PRIMARY KEY,
    value      TEXT NOT NULL,
    expires_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX key_values_by_expiry ON key_values (expires_at) WHERE expires_at IS NOT NULL;
  `,
];
