import type { CaseStore } from '../../src/casefile/caseStore';
import {
  commandHandler,
  TooBusy,
  type Dependencies,
  type Outcome,
  type Request,
} from '../../src/casefile/handleCommand';
import { memoryCaseStore } from '../../src/casefile/memory/memoryStores';
import { evolve, emptyCase, type CaseFile } from '../../src/protocol/caseFile';
import type { Command } from '../../src/protocol/decide';
import { listingOf } from '../../src/protocol/listing';
import { noticesFor } from '../../src/protocol/notices';
import type { Actor, Recipient } from '../../src/protocol/roles';
import { termsOf } from '../../src/protocol/terms';

const AT = '2026-11-02T09:00:00.000Z';
const CASE = 'case-000001';
const teacher: Actor = { id: 'p-teacher', roles: ['leerkracht'] };
const ibEr: Actor = { id: 'p-ib', roles: ['intern-begeleider'] };
const stranger: Actor = { id: 'p-stranger', roles: ['leerkracht'] };

const opening: Command = { type: 'openCase', number: '1', schoolId: 's', pupil: { name: 'K.' }, about: 'onbekend' };
const signal = (text: string): Command => ({
  type: 'recordSignal',
  text,
  direction: 'wijst-op-zorg',
  category: 'GO',
  source: 'zelf',
  nature: 'feit',
  setting: 'klas',
  happenedOn: '2026-11-02',
});
const asking = (...colleagues: string[]): Command => ({
  type: 'askColleagues',
  consultations: colleagues.map((to) => ({ id: `c-${to}`, to, role: 'intern-begeleider' })),
  question: 'Wat zie jij?',
  shared: 'Een signaal.',
  named: false,
});

const keyOf = (to: Recipient): string => ('person' in to ? `person:${to.person}` : `role:s:${to.role}`);

const dependencies = (store: CaseStore): Dependencies => ({
  store,
  protocolVersion: '1.0',
  noticesOf: (event, _, after, eventId) =>
    noticesFor(event, after).map(({ to, kind, about }, i) => ({
      id: `notice:${eventId}:${i}`,
      kind: 'notice',
      dueAt: event.at,
      payload: { to, kind, ...(about && { about }) },
    })),
  termsOf: (file) => termsOf(file).map(({ id, due, kind, who }) => ({ id, dueAt: due, payload: { kind, who } })),
  listingOf: (file) => ({
    keys: listingOf(file).visibleTo.map(keyOf),
    awaits: listingOf(file).awaited.map(keyOf),
    status: file.status,
  }),
});

const pressing =
  (deps: Dependencies) =>
  (key: string, command: Command, by: Actor = teacher, more: Partial<Request> = {}): Promise<Outcome> =>
    commandHandler(deps)({ caseId: CASE, key, command, actor: () => by, at: AT, ...more });

const given = (store: CaseStore = memoryCaseStore(), more: Partial<Dependencies> = {}) => {
  const waits: number[] = [];
  const pause = async (tries: number): Promise<void> => {
    waits.push(tries);
  };
  return { store, press: pressing({ ...dependencies(store), pause, ...more }), waits };
};

/** The store as it is while others write to the case: the first `times` appends find that somebody was first. */
const contested = (store: CaseStore, times: number, meanwhile: () => Promise<unknown>): CaseStore => {
  let left = times;
  return {
    ...store,
    append: async (...call) => {
      if (left > 0) {
        left -= 1;
        await meanwhile();
      }
      return store.append(...call);
    },
  };
};

const ids = async (store: CaseStore): Promise<string[]> => (await store.history(CASE)).map(({ id }) => id);
const dueOf = async (store: CaseStore) => (await store.openDue(CASE)).map(({ id, dueAt }) => [id, dueAt]);

test('given no case, opening one records the fact, the file, its terms and who finds it, in one write', async () => {
  const { store, press } = given();
  const outcome = await press('k1', opening);
  const head = await store.load(CASE);
  const [stored] = await store.history(CASE);
  expect(outcome).toEqual({
    recorded: { file: head?.file, version: 1, events: [stored?.event], dueAtOnce: false },
  });
  expect(stored).toMatchObject({
    seq: 1,
    id: 'k1:0',
    protocolVersion: '1.0',
    event: { type: 'CaseOpened', at: AT, by: 'p-teacher' },
  });
  expect(evolve(emptyCase, stored!.event)).toEqual(head?.file);
  expect(await dueOf(store)).toEqual([
    ['term:stalled', '2026-11-16T07:30:00.000Z'],
    ['term:parentContact', '2026-11-30T07:30:00.000Z'],
  ]);
  for (const key of ['person:p-teacher', 'role:s:ibEr'])
    expect((await store.find([key], { limit: 9 })).heads).toEqual([head]);
});

test('several events of one press get numbered ids, and each its own notice', async () => {
  const { store, press } = given();
  await press('k1', opening);
  const outcome = await press('k2', asking('p-a', 'p-b'));
  expect(outcome).toMatchObject({ recorded: { version: 3, events: [{ to: 'p-a' }, { to: 'p-b' }], dueAtOnce: true } });
  expect(await ids(store)).toEqual(['k1:0', 'k2:0', 'k2:1']);
  const notices = (await store.openDue(CASE)).filter(({ kind }) => kind === 'notice');
  expect(notices.map(({ id, payload }) => [id, payload.to])).toEqual([
    ['notice:k2:0:0', { person: 'p-a' }],
    ['notice:k2:1:0', { person: 'p-b' }],
  ]);
  expect((await store.find(['person:p-b'], { awaiting: true, limit: 9 })).heads).toHaveLength(1);
});

test('notices see the file just before and just after their own event', async () => {
  const seen: string[][] = [];
  const open = (file: CaseFile): string => Object.keys(file.consultations).join('+');
  const { press } = given(undefined, {
    noticesOf: (event, before, after, eventId) => {
      seen.push([eventId, event.type, open(before), open(after)]);
      return [];
    },
  });
  await press('k1', opening);
  await press('k2', asking('p-a', 'p-b'));
  expect(seen).toEqual([
    ['k1:0', 'CaseOpened', '', ''],
    ['k2:0', 'ConsultationRequested', '', 'c-p-a'],
    ['k2:1', 'ConsultationRequested', 'c-p-a', 'c-p-a+c-p-b'],
  ]);
});

test('a term that moves is cancelled and set anew; one that stays is left alone, even after it has gone off', async () => {
  const { store, press } = given();
  await press('k1', opening);
  const gone = await store.claimDue('2026-12-01T00:00:00.000Z', 9, 1000);
  for (const item of gone) expect(await store.ack(item)).toBe(true);
  expect(await dueOf(store)).toEqual([]);
  await press('k2', signal('later'), teacher, { at: '2026-11-05T09:00:00.000Z' });
  expect(await dueOf(store)).toEqual([['term:stalled', '2026-11-19T07:30:00.000Z']]);
  await press('k3', signal('later still'), teacher, { at: '2026-11-06T09:00:00.000Z' });
  expect(await dueOf(store)).toEqual([['term:stalled', '2026-11-20T07:30:00.000Z']]);
});

test('a term that lapses is cancelled', async () => {
  const { store, press } = given();
  await press('k1', opening);
  await press('k2', asking('p-ib'));
  expect((await dueOf(store)).map(([id]) => id)).toContain('term:unanswered:c-p-ib');
  await press('k3', { type: 'withdrawConsultation', consultation: 'c-p-ib' });
  expect((await dueOf(store)).map(([id]) => id)).not.toContain('term:unanswered:c-p-ib');
});

describe('given a press that was recorded', () => {
  test('the same press again, which could be recorded twice, changes nothing', async () => {
    const { store, press } = given();
    await press('k1', opening);
    await press('k2', signal('once'));
    const head = await store.load(CASE);
    const due = await dueOf(store);
    expect(await press('k2', signal('once'), teacher, { at: '2026-11-09T09:00:00.000Z' })).toEqual({ already: head });
    expect(await store.load(CASE)).toEqual(head);
    expect(await dueOf(store)).toEqual(due);
  });

  test('the same press again, which would be refused by now, is no refusal', async () => {
    const { store, press } = given();
    await press('k1', opening);
    expect(await press('k1', opening)).toEqual({ already: await store.load(CASE) });
    expect(await ids(store)).toEqual(['k1:0']);
  });

  test('two of the same press at once: one is recorded, the other is told so', async () => {
    const { store, press } = given();
    await press('k1', opening);
    const outcomes = await Promise.all([press('k2', asking('p-a', 'p-b')), press('k2', asking('p-a', 'p-b'))]);
    expect(outcomes.map((outcome) => Object.keys(outcome)[0]).sort()).toEqual(['already', 'recorded']);
    expect(await ids(store)).toEqual(['k1:0', 'k2:0', 'k2:1']);
  });
});

describe('given a refusal', () => {
  test('it comes with the case as it is, and nothing is recorded', async () => {
    const { store, press } = given();
    await press('k1', opening);
    expect(await press('k2', { ...opening, number: '2' })).toEqual({
      refusal: 'already-answered',
      head: await store.load(CASE),
    });
    expect(await ids(store)).toEqual(['k1:0']);
  });

  test('a case that is not there and a case that is not yours give the same answer, whatever key is sent', async () => {
    const { press } = given();
    const nowhere = await press('k2', signal('x'), stranger);
    await press('k1', opening);
    expect(await press('k1', signal('x'), stranger)).toEqual(nowhere);
    expect(nowhere).toEqual({ refusal: 'no-such-case' });
  });
});

describe('given somebody else who writes first', () => {
  test('the command is judged again on what the file says now, and both are recorded', async () => {
    const store = memoryCaseStore();
    const other = given(store);
    await other.press('k1', opening);
    let n = 0;
    const busy = given(contested(store, 4, () => other.press(`other${++n}`, signal('other'), ibEr)));
    expect(await busy.press('mine', signal('mine'))).toMatchObject({
      recorded: { version: 6, file: { signals: { concern: 5 } } },
    });
    expect(await ids(store)).toEqual(['k1:0', 'other1:0', 'other2:0', 'other3:0', 'other4:0', 'mine:0']);
    expect(busy.waits).toEqual([2, 3, 4, 5]);
  });

  test('what is no longer allowed by then is refused', async () => {
    const store = memoryCaseStore();
    const other = given(store);
    const late = given(contested(store, 1, () => other.press('k1', opening)));
    expect(await late.press('k2', opening, ibEr)).toMatchObject({ refusal: 'already-answered', head: { version: 1 } });
    expect(await ids(store)).toEqual(['k1:0']);
  });

  test('the actor is asked for anew at every try, from the file as it is then', async () => {
    const store = memoryCaseStore();
    const other = given(store);
    await other.press('k1', opening);
    const busy = given(contested(store, 1, () => other.press('k2', signal('other'))));
    const seen: number[] = [];
    const actor = (file: CaseFile): Actor => {
      seen.push(file.signals.concern);
      return teacher;
    };
    await busy.press('k3', signal('mine'), teacher, { actor });
    expect(seen).toEqual([0, 1]);
  });

  test('after five tries it gives up, says so, and has recorded nothing of it', async () => {
    const store = memoryCaseStore();
    const other = given(store);
    await other.press('k1', opening);
    let n = 0;
    const busy = given(contested(store, 99, () => other.press(`other${++n}`, signal('other'))));
    await expect(busy.press('mine', signal('mine'))).rejects.toThrow(TooBusy);
    expect(n).toBe(5);
    expect(await store.hasEvent(CASE, 'mine:0')).toBe(false);
  });

  test('four people who press at once all get through, with the usual pause', async () => {
    const store = memoryCaseStore();
    const press = pressing(dependencies(store));
    await press('k1', opening);
    await Promise.all([2, 3, 4, 5].map((n) => press(`k${n}`, signal(`signal ${n}`))));
    expect((await ids(store)).sort()).toEqual(['k1:0', 'k2:0', 'k3:0', 'k4:0', 'k5:0']);
    expect((await store.load(CASE))?.file.signals.concern).toBe(4);
  });
});

describe('given the case as the door read it', () => {
  test('it is not read again, and a press on it is recorded', async () => {
    const store = memoryCaseStore();
    await given(store).press('k1', opening);
    const head = await store.load(CASE);
    const load = jest.fn(store.load.bind(store));
    const { press } = given({ ...store, load });
    expect(await press('k2', signal('mine'), teacher, { read: { head } })).toMatchObject({ recorded: { version: 2 } });
    expect(load).not.toHaveBeenCalled();
  });

  test('when others wrote since, the command is judged on what the file says by then', async () => {
    const { store, press } = given();
    await press('k1', opening);
    const head = await store.load(CASE);
    await press('other', signal('other'), ibEr);
    const seen: number[] = [];
    const actor = (file: CaseFile): Actor => {
      seen.push(file.signals.concern);
      return teacher;
    };
    expect(await press('mine', signal('mine'), teacher, { read: { head }, actor })).toMatchObject({
      recorded: { version: 3, file: { signals: { concern: 2 } } },
    });
    expect(seen).toEqual([0, 1]);
    expect(await press('mine', signal('mine'), teacher, { read: { head } })).toMatchObject({ already: { version: 3 } });
  });
});

test('a fault of the store is thrown on and nothing is recorded', async () => {
  const store = memoryCaseStore();
  const { press } = given({ ...store, append: () => Promise.reject(new Error('disk full')) });
  await expect(press('k1', opening)).rejects.toThrow('disk full');
  expect(await store.load(CASE)).toBeUndefined();
});
