import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { MOMENT } from './contract/given';
import { openedOver } from './contract/stores';
import { storeContract } from './storeContract';

storeContract('sqlite', () => {
  let now = MOMENT;
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  const open = () => openSqlite(join(folder, 'cases.db'), () => now);
  return openedOver({
    first: open(),
    again: open,
    setNow: (moment) => {
      now = moment;
    },
    stop: async () => rmSync(folder, { recursive: true }),
  });
});
