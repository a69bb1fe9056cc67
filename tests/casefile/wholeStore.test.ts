import { copyStore, type End } from '../../src/casefile/whole/copyStore';
import { refuseIncomplete } from '../../src/casefile/whole/incomplete';
import { memoryRecords } from '../../src/casefile/memory/memoryRecords';
import type { CaseCopy, Records } from '../../src/casefile/records';
import { rewrapKeys } from '../../src/casefile/sealed/rewrapKeys';
import { KEY_BYTES } from '../../src/casefile/sealed/seal';
import { secretMasterKey } from '../../src/casefile/sealed/secretMasterKey';
import { storesOver } from '../../src/casefile/stores';
import { verifyStore, type Counts } from '../../src/casefile/whole/verifyStore';
import { append, at, due, MOMENT } from './contract/given';

const first = { version: 'm-1', secret: Buffer.alloc(KEY_BYTES, 1) };
const second = { version: 'm-2', secret: Buffer.alloc(KEY_BYTES, 2) };
const master = secretMasterKey([first]);
const IDS = ['case-000001', 'case-000002', 'case-000003'];

const empty = (key = master): End => ({ records: memoryRecords(() => MOMENT), master: key });
const filled = async (): Promise<End> => {
  const end = empty();
  const { cases, keyValues } = storesOver(end.records, master);
  for (const caseId of IDS) {
    await cases.append(caseId, 0, append(['a:0', 'a:1'], { due: [due('d', at(5))] }));
    await cases.append(caseId, 2, append(['b:0']));
  }
  await keyValues.write({ talk: { turns: 3 } });
  await keyValues.write({ short: 1 }, { expiresAt: at(9) });
  return end;
};
const change = async ({ cases }: Records, caseId: string, by: (copy: CaseCopy) => CaseCopy): Promise<void> => {
  const copy = await cases.copyOut(caseId);
  if (!copy) throw new Error('no such case');
  await cases.copyIn(by(copy));
};
const whole = { cases: 3, events: 9, due: 3, values: 2 };

describe('given a store to verify', () => {
  test('when it is whole, everything is counted', async () => {
    const { records } = await filled();
    expect(await verifyStore(records, master)).toEqual({ whole, gone: [] });
  });

  test.each<[string, (copy: CaseCopy) => CaseCopy, string]>([
    ['the last event is gone', (copy) => ({ ...copy, events: copy.events.slice(0, 2) }), 'event 3'],
    [
      'an event in the middle is gone',
      (copy) => ({ ...copy, events: copy.events.filter((_, i) => i !== 1) }),
      'event 2',
    ],
    [
      'an event was put behind the last',
      (copy) => ({ ...copy, events: [...copy.events, { ...copy.events[2]!, seq: 4, id: 'x:0' }] }),
      'event 4',
    ],
    ['it was taken off a list', (copy) => ({ ...copy, listing: { ...copy.listing, keys: [] } }), 'listing'],
    ['it was moved in the lists', (copy) => ({ ...copy, activityAt: at(-999) }), 'listing'],
    ['what is due was put off', (copy) => ({ ...copy, due: [{ ...copy.due[0]!, dueAt: at(9999) }] }), 'due'],
    ['a due item is damaged', (copy) => ({ ...copy, due: [{ ...copy.due[0]!, sealed: new Uint8Array(40) }] }), 'due'],
  ])('when %s, the first broken case is named', async (_, by, item) => {
    const { records } = await filled();
    for (const caseId of IDS.slice(1)) await change(records, caseId, by);
    const verdict = await verifyStore(records, master);
    expect(verdict).toMatchObject({
      broken: { caseId: IDS[1], item: expect.stringMatching(`^${item}`) as string },
      before: { cases: 1 },
    });
  });

  test('when a whole case was taken away, its key is left and tells so', async () => {
    const { records } = await filled();
    await records.cases.erase(IDS[1]!);
    expect(await verifyStore(records, master)).toMatchObject({ whole: { cases: 2 }, gone: [IDS[1]] });
  });

  test('when the data key of a case is damaged, that case is named', async () => {
    const { records } = await filled();
    const key = await records.keys.read(`case:${IDS[1]}`);
    await records.keys.replace({ ...key!, wrapped: new Uint8Array(60) }, key!.wrapped);
    expect(await verifyStore(records, master)).toMatchObject({ broken: { caseId: IDS[1], item: 'key' } });
  });

  test('when a value is damaged, that is found too, and a wrong master key is a fault of its own', async () => {
    const { records } = await filled();
    const [value] = await records.values.page({ limit: 1 });
    await records.values.write([{ ...value!, sealed: new Uint8Array(40) }]);
    expect(await verifyStore(records, master)).toMatchObject({ broken: { code: 'damaged-value' } });
    const other = secretMasterKey([second]);
    await expect(verifyStore(records, other)).rejects.toMatchObject({ code: 'master-key-missing' });
  });
});

describe('given a new version of the master key', () => {
  test('when the data keys are wrapped anew, the new version alone opens everything; again, nothing is left to do', async () => {
    const { records } = await filled();
    expect(await rewrapKeys(records.keys, secretMasterKey([first, second]))).toBe(5);
    expect(await rewrapKeys(records.keys, secretMasterKey([first, second]))).toBe(0);
    expect(await verifyStore(records, secretMasterKey([second]))).toEqual({ whole, gone: [] });
  });

  test('when a case is erased meanwhile, its key does not come back', async () => {
    const { records } = await filled();
    const { cases } = storesOver(records, master);
    const both = secretMasterKey([first, second]);
    let erased = false;
    const slow = {
      ...both,
      wrap: async (secret: Uint8Array) => {
        if (!erased) await cases.erase(IDS[0]!);
        erased = true;
        return both.wrap(secret);
      },
    };
    expect(await rewrapKeys(records.keys, slow)).toBe(4);
    expect(await records.keys.read(`case:${IDS[0]}`)).toBeUndefined();
  });
});

describe('given a store to copy', () => {
  test('when it is copied under another master key, the copy is whole, opens with that key, and the counts are told', async () => {
    const from = await filled();
    const to = empty(secretMasterKey([second]));
    const told: string[] = [];
    const copied = ({ cases }: Counts): void => void told.push(`copied ${cases}`);
    expect(await copyStore(from, to, { copied, compared: (n) => told.push(`compared ${n}`) })).toEqual(whole);
    expect(told).toEqual(['copied 1', 'copied 2', 'copied 3', 'compared 1', 'compared 2', 'compared 3']);
    expect(await verifyStore(to.records, to.master)).toEqual({ whole, gone: [] });
    const [ours, theirs] = [storesOver(from.records, from.master), storesOver(to.records, to.master)];
    for (const caseId of IDS) {
      expect(await theirs.cases.load(caseId)).toEqual(await ours.cases.load(caseId));
      expect(await theirs.cases.history(caseId)).toEqual(await ours.cases.history(caseId));
      expect(await theirs.cases.openDue(caseId)).toEqual(await ours.cases.openDue(caseId));
    }
    expect((await theirs.cases.find(['person:p-1'], { limit: 9 })).heads).toHaveLength(3);
    expect(await theirs.keyValues.read(['talk', 'short'])).toEqual({ talk: { turns: 3 }, short: 1 });
  });

  test('when it stops halfway, copying again finishes it and writes only what was missing', async () => {
    const from = await filled();
    const to = empty();
    const written: string[] = [];
    const { cases } = to.records;
    const stopping = (after: number): End => ({
      ...to,
      records: {
        ...to.records,
        cases: {
          ...cases,
          copyIn: async (copy) => {
            if (written.length === after) throw new Error('killed');
            written.push(copy.head.caseId);
            await cases.copyIn(copy);
          },
        },
      },
    });
    await expect(copyStore(from, stopping(2))).rejects.toThrow('killed');
    await expect(refuseIncomplete(to.records)).rejects.toMatchObject({ code: 'copy-unfinished' });
    expect(await copyStore(from, stopping(99))).toEqual(whole);
    expect(written).toEqual(IDS);
    await refuseIncomplete(to.records);
    expect(await verifyStore(to.records, to.master)).toEqual({ whole, gone: [] });
  });

  test('when the source went on after a copy that stopped halfway, the copy follows it, also in what was destroyed', async () => {
    const from = await filled();
    const to = empty();
    const values = { ...to.records.values, write: () => Promise.reject(new Error('killed')) };
    await expect(copyStore(from, { ...to, records: { ...to.records, values } })).rejects.toThrow('killed');
    const ours = storesOver(from.records, master);
    await ours.cases.erase(IDS[0]!);
    await ours.cases.append(IDS[1]!, 3, append(['c:0']));
    expect(await copyStore(from, to)).toEqual({ cases: 2, events: 7, due: 2, values: 2 });
    expect(await to.records.keys.read(`case:${IDS[0]}`)).toBeUndefined();
    expect(await verifyStore(to.records, to.master)).toMatchObject({ whole: { cases: 2, events: 7 } });
  });

  test('when a finished copy has been worked on, copying the old store once more does not undo that work', async () => {
    const from = await filled();
    const to = empty();
    await copyStore(from, to);
    const theirs = storesOver(to.records, to.master);
    await theirs.cases.append(IDS[0]!, 3, append(['c:0']));
    await expect(copyStore(from, to)).rejects.toMatchObject({ code: 'target-in-use' });
    expect((await theirs.cases.load(IDS[0]!))?.version).toBe(4);
  });

  test('when the source changes while it is copied, the copy is not called the same', async () => {
    const from = await filled();
    const ours = storesOver(from.records, master);
    let changed = false;
    const busy = async (): Promise<void> => {
      if (!changed) await ours.cases.append(IDS[0]!, 3, append(['late:0']));
      changed = true;
    };
    const values: typeof from.records.values = {
      ...from.records.values,
      page: async (page) => {
        await busy();
        return from.records.values.page(page);
      },
    };
    const moving = { ...from, records: { ...from.records, values } };
    await expect(copyStore(moving, empty())).rejects.toMatchObject({ code: 'not-the-same', caseId: IDS[0] });
  });

  test('when the target holds another store, nothing is copied', async () => {
    const from = await filled();
    const to = await filled();
    await expect(copyStore(from, to)).rejects.toMatchObject({ code: 'target-in-use' });
  });

  test('when the target changes what it is given, the copy is not called the same', async () => {
    const from = await filled();
    const bad = empty();
    const { cases } = bad.records;
    const copyIn = (copy: CaseCopy) => cases.copyIn({ ...copy, due: [] });
    const lossy = { ...bad, records: { ...bad.records, cases: { ...cases, copyIn } } };
    await expect(copyStore(from, lossy)).rejects.toMatchObject({ code: 'not-the-same', caseId: IDS[0] });
  });
});
