/** Every statement of the SQLite case store. A test asks SQLite for the plan of each: none walks a whole table. */
export const caseSql = {
  head: `SELECT version, sealed FROM cases WHERE case_id = :caseId`,
  version: `SELECT version FROM cases WHERE case_id = :caseId`,
  putHead: `
    INSERT INTO cases (case_id, version, status, activity_at, sealed)
    VALUES (:caseId, :version, :status, :activityAt, :sealed)
    ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, status = excluded.status,
      activity_at = excluded.activity_at, sealed = excluded.sealed`,
  erase: `DELETE FROM cases WHERE case_id = :caseId`,

  hasEvent: `SELECT 1 AS found FROM events WHERE case_id = :caseId AND id = :id`,
  history: `
    SELECT seq, id, sealed FROM events
    WHERE case_id = :caseId AND seq >= :from ORDER BY seq LIMIT :limit`,
  addEvent: `
    INSERT INTO events (case_id, seq, id, sealed) VALUES (:caseId, :seq, :id, :sealed)`,

  addDue: `
    INSERT INTO due (case_id, id, kind, due_at, ready_at, sealed)
    VALUES (:caseId, :id, :kind, :dueAt, :dueAt, :sealed)
    ON CONFLICT (case_id, id) DO NOTHING`,
  cancelDue: `DELETE FROM due WHERE case_id = :caseId AND id = :id`,
  openDue: `
    SELECT id, kind, due_at AS dueAt, sealed, attempts FROM due
    WHERE case_id = :caseId ORDER BY due_at, position`,
  readyDue: `
    SELECT position, case_id AS caseId, id, kind, due_at AS dueAt, sealed, attempts FROM due
    WHERE ready_at <= :now ORDER BY ready_at, position LIMIT :limit`,
  leaseDue: `
    UPDATE due SET lease = :lease, ready_at = :until, attempts = attempts + 1
    WHERE position = :position`,
  ackDue: `DELETE FROM due WHERE case_id = :caseId AND id = :id AND lease = :lease`,
  retryDue: `
    UPDATE due SET lease = '', due_at = :at, ready_at = :at, sealed = :sealed
    WHERE case_id = :caseId AND id = :id AND lease = :lease`,

  unlist: `DELETE FROM listings WHERE case_id = :caseId`,
  list: `
    INSERT INTO listings (list, key, status, activity_at, case_id)
    VALUES (:list, :key, :status, :activityAt, :caseId) ON CONFLICT DO NOTHING`,
  oldestFirst: `
    SELECT activity_at AS activityAt, case_id AS caseId FROM listings
    WHERE list = :list AND key = :key AND status = :status AND (activity_at, case_id) > (:activityAt, :caseId)
    ORDER BY activity_at, case_id LIMIT :limit`,
  newestFirst: `
    SELECT activity_at AS activityAt, case_id AS caseId FROM listings
    WHERE list = :list AND key = :key AND status = :status AND (activity_at, case_id) < (:activityAt, :caseId)
    ORDER BY activity_at DESC, case_id DESC LIMIT :limit`,

  caseIds: `SELECT case_id AS caseId FROM cases WHERE case_id > :after ORDER BY case_id LIMIT :limit`,
  place: `SELECT status, activity_at AS activityAt FROM cases WHERE case_id = :caseId`,
  listed: `SELECT list, key FROM listings WHERE case_id = :caseId ORDER BY list, key`,
  dueAsTheyCame: `
    SELECT id, kind, due_at AS dueAt, sealed, attempts FROM due
    WHERE case_id = :caseId ORDER BY position`,
  putDue: `
    INSERT INTO due (case_id, id, kind, due_at, ready_at, attempts, sealed)
    VALUES (:caseId, :id, :kind, :dueAt, :dueAt, :attempts, :sealed)`,

  ping: `SELECT version FROM cases WHERE case_id = ''`,
} as const;
