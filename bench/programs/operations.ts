import * as sqlite from '@photostructure/sqlite';
import { counts } from './beside';

/**
 * Loaded before a program (`node -r`), this counts what it asks of SQLite: statements that read or write, and writes that
 * reach the disk before they are acknowledged. A write outside a transaction is one of its own; writes of several turns can
 * share one.
 */
let writing = false;
let wrote = false;
const count = (what: 'reads' | 'writes' | 'syncs'): void => void (counts[what] = (counts[what] ?? 0) + 1);

class CountedDatabase extends sqlite.DatabaseSync {
  override exec(sql: string): void {
    super.exec(sql);
    if (sql === 'COMMIT' && wrote) count('syncs'); // a transaction that wrote nothing has nothing to sync
    if (sql.startsWith('BEGIN')) writing = sql === 'BEGIN IMMEDIATE';
    if (sql === 'COMMIT' || sql === 'ROLLBACK') writing = wrote = false;
  }

  override prepare(sql: string): InstanceType<typeof sqlite.StatementSync> {
    const statement = super.prepare(sql);
    return new Proxy(statement, {
      get: (_target, name) => {
        if (name === 'get' || name === 'all') count('reads');
        if (name === 'run') {
          count('writes');
          if (writing) wrote = true;
          else count('syncs');
        }
        const value: unknown = Reflect.get(statement, name);
        return typeof value === 'function' ? (value.bind(statement) as unknown) : value;
      },
    });
  }
}

// The package's own exports can't be written to: whoever asks for it from here on gets these.
const kept = require.cache[require.resolve('@photostructure/sqlite')];
if (!kept) throw new Error('the package was just loaded');
kept.exports = { ...sqlite, DatabaseSync: CountedDatabase };
