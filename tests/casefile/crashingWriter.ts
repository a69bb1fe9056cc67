import { writeSync } from 'node:fs';
import { openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { storesOver } from '../../src/casefile/stores';
import { append, at, due } from './contract/given';
import { testMasterKey } from './contract/stores';

/**
 * A process of its own that appends to the given case until it has done `most` appends or is killed, and says each
 * event on stdout only once the store has acknowledged it. Arguments: file, case id, name of the writer, most.
 */
const [, file = '', caseId = '', name = '', most = '0'] = process.argv;

const write = async (): Promise<void> => {
  const { cases } = storesOver(openSqlite(file), testMasterKey);
  for (let n = 0; n < Number(most);) {
    const version = (await cases.load(caseId))?.version ?? 0;
    const id = `${name}-${n}:0`;
    const outcome = await cases.append(caseId, version, append([id], { due: [due(`due ${id}`, at(n))] }));
    if ('conflict' in outcome) continue;
    writeSync(1, `${id}\n`);
    n += 1;
  }
};

void write();
