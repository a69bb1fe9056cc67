import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../src/casefile/openSqlite';
import { MOMENT } from './contract/given';
import { storeContract } from './storeContract';

storeContract('sqlite', () => {
  let now = MOMENT;
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  const opened = [openSqlite(join(folder, 'cases.db'), () => now)];
  const [first] = opened as [(typeof opened)[number]];
  return {
    cases: first.cases,
    keyValues: first.keyValues,
    second: () => {
      const other = openSqlite(join(folder, 'cases.db'), () => now);
      opened.push(other);
      return other;
    },
    setNow: (moment) => {
      now = moment;
    },
    stop: async () => {
      for (const stores of opened) await stores.close();
      rmSync(folder, { recursive: true });
    },
  };
});
