import { createHash } from 'node:crypto';
import { statisticsIn } from '../../../src/casefile/statistics';
import { emptyCase, evolve, type CaseEvent } from '../../../src/protocol/caseFile';
import { factsWith } from '../../cards/everyFact';
import { MOMENT, type OpenStores, type Stores } from './given';

const of = factsWith((about) => `${about} van Sam`);
const YEAR = '2026-2027';

/** The read model of the audit, whatever keeps it. */
export const figuresContract = (open: OpenStores): void => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
    stores.setNow(MOMENT);
  });
  afterEach(() => stores.stop());

  const keep = async (caseId: string, events: readonly CaseEvent[], from = 0): Promise<void> => {
    const file = events.reduce(evolve, emptyCase);
    await stores.cases.append(caseId, from, {
      events: events.slice(from).map((event, i) => ({ id: `e-${from + i}`, event })),
      ...{ file, due: [], cancelDue: [], protocolVersion: '1' },
      listing: { keys: [], awaits: [], status: file.status },
    });
  };

  test('R-235: counts each case once, however often and wherever it is counted, and goes on where it was', async () => {
    const [one, other] = [stores, stores.second()].map((each) => statisticsIn(each));
    if (!one || !other) throw new Error('two handles were opened');
    const begun = [of.CaseOpened, of.SignalsMapped];
    await keep('case-0001', begun);
    await keep('case-0002', [of.CaseOpened]);
    for (const caseId of ['case-0001', 'case-0002', 'case-0001'])
      await Promise.all([one.count(caseId), other.count(caseId)]);
    expect((await one.read('de-linde', YEAR)).map(({ steps }) => steps.length).sort()).toEqual([0, 1]);
    await keep('case-0001', [...begun, of.PlanMade], begun.length);
    await other.count('case-0001');
    const read = await one.read('de-linde', YEAR);
    expect(read.map(({ answers }) => answers.planned).filter(Boolean)).toEqual(['ja']);
    expect(await one.read('de-esch', YEAR)).toEqual([]);
    expect(await one.read('de-linde', '2025-2026')).toEqual([]);
  });

  test('A-29: what was counted before it was known whether a case is for two, is read as if it is', async () => {
    const statistics = statisticsIn(stores);
    await keep('case-0001', [of.CaseOpened]);
    await statistics.count('case-0001');
    const id = createHash('sha256').update('counted case-0001').digest('base64url');
    const [before] = await statistics.read('de-linde', YEAR);
    const { forTwo, ...rest } = before ?? { forTwo: undefined };
    expect(forTwo).toBe(false);
    await stores.keyValues.write({ [`tally:${id}`]: { version: 1, listed: true, tally: rest } });
    expect((await statistics.read('de-linde', YEAR)).map((tally) => tally.forTwo)).toEqual([true]);
  });

  test('I-26 R-235: what a case added stays when it is erased, and says nothing of it', async () => {
    const statistics = statisticsIn(stores);
    await keep('case-0001', [of.CaseOpened, of.SignalsMapped, of.CaseClosed]);
    await statistics.count('case-0001');
    await stores.cases.erase('case-0001');
    await statistics.count('case-0001');
    const read = await statistics.read('de-linde', YEAR);
    expect(read).toHaveLength(1);
    expect(JSON.stringify(read)).not.toMatch(/Sam|MC-|case-0001|\d{4}-\d{2}-\d{2}/);
  });
};
