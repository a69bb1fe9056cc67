import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { keysFileOf } from '../src/casefile/sqlite/openSqlite';

/** No due item of the ballast comes up while the bench runs. */
const LATER = '2999-01-01T00:00:00.000Z';

/**
 * Cases of other people beside the one that is there: rows of the same number and size in every table, under keys of their
 * own. What they say can't be opened, and nobody asks for it: they only lie in the way, as other people's cases do.
 */
const TABLES = (count: number): string => `
  CREATE TEMP TABLE model AS SELECT * FROM cases LIMIT 1;
  CREATE TEMP TABLE others AS
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    SELECT lower(hex(randomblob(16))) AS case_id FROM n;
  INSERT INTO cases
    SELECT o.case_id, m.version, m.status, m.activity_at, randomblob(length(m.sealed)) FROM others o, model m;
  INSERT INTO events
    SELECT o.case_id, e.seq, e.id, randomblob(length(e.sealed)) FROM others o, events e
    WHERE e.case_id = (SELECT case_id FROM model);
  INSERT INTO due (case_id, id, kind, due_at, ready_at, sealed)
    SELECT case_id, lower(hex(randomblob(12))), 'term', '${LATER}', '${LATER}', randomblob(200) FROM others;
  INSERT INTO listings
    SELECT l.list, lower(hex(randomblob(12))), l.status, l.activity_at, o.case_id FROM others o, listings l
    WHERE l.case_id = (SELECT case_id FROM model);
  INSERT INTO key_values SELECT lower(hex(randomblob(12))), randomblob(150), NULL FROM others;
  INSERT INTO key_values SELECT lower(hex(randomblob(12))), randomblob(150), NULL FROM others;`;
const KEYS = (count: number): string => `
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
  INSERT INTO data_keys SELECT 'case:' || lower(hex(randomblob(16))), '1', randomblob(60) FROM n;`;

const carryOut = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 60000; PRAGMA synchronous = OFF');
  database.exec(`BEGIN IMMEDIATE; ${sql} COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`);
  database.close();
};

/** Puts cases of others in the store of a bot that runs, and has at least one case. */
export const ballast = (folder: string, count: number): void => {
  const file = join(folder, 'meldcode.sqlite');
  carryOut(file, TABLES(count));
  carryOut(keysFileOf(file), KEYS(count));
};
