import { ActionListDamaged, actionListsIn, type ActionList } from '../../../src/casefile/actionLists';
import { actionsIn, decideAction, type ActionCommand, type ActionEvent } from '../../../src/protocol/actions';
import { MOMENT, type OpenStores, type Stores } from './given';

const list: ActionList = { school: 'de-linde', year: '2026-2027' };
const others: readonly ActionList[] = [
  { school: 'de-beuk', year: '2026-2027' },
  { school: '', year: '2026-2027' },
  { school: 'de-linde', year: '2027-2028' },
];
const agree = (what: string): ActionCommand => ({
  type: 'agreeAction',
  ...{ what, topic: 'kennis', who: { role: 'intern-begeleider' }, due: '2027-01-15' },
});
const deciding = (command: ActionCommand, key: string) => (facts: readonly ActionEvent[]) =>
  decideAction(facts, command, { by: 'p-1', at: MOMENT, key, ends: '2031-08-01', standings: () => ['keeper'] });

/** Lists of actions over any store: nothing of one gets into another, and nobody's fact is lost or written twice. */
export const actionListsContract = (open: OpenStores): void => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
    stores.setNow(MOMENT);
  });
  afterEach(() => stores.stop());
  const setup = () => ({ keyValues: stores.keyValues, lists: actionListsIn(stores.keyValues) });

  test('R-236: given an action on the list of a school and a year, then it is on that list and on no other', async () => {
    const { lists } = setup();
    await lists.record(list, deciding(agree('De vijf vragen oefenen'), 'k-1'));
    const [facts = [], ...rest] = await lists.read([list, ...others]);
    expect(actionsIn(facts).map(({ number, what, state }) => [number, what, state])).toEqual([
      [1, 'De vijf vragen oefenen', 'open'],
    ]);
    expect(rest).toEqual([[], [], []]);
    expect(await lists.read([])).toEqual([]);
  });

  test('R-236: given many who record at once, then each fact is there once, under its own number', async () => {
    const { lists } = setup();
    const another = actionListsIn(stores.second().keyValues);
    const whats = Array.from({ length: 8 }, (_, n) => `Actie ${n}`);
    await Promise.all(whats.map((what, n) => (n % 2 ? lists : another).record(list, deciding(agree(what), `k-${n}`))));
    const [facts = []] = await lists.read([list]);
    expect(actionsIn(facts).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(
      actionsIn(facts)
        .map(({ what }) => what)
        .sort(),
    ).toEqual(whats);
    expect(await lists.record(list, deciding(agree('Actie 0'), 'k-0'))).toHaveProperty('already');
    expect((await lists.read([list]))[0]).toHaveLength(8);
  });

  test('R-236: given four school years after its own, then nothing of a list is there any more', async () => {
    const { lists, keyValues } = setup();
    await lists.record(list, deciding(agree('De vijf vragen oefenen'), 'k-1'));
    stores.setNow('2031-07-31T21:59:00.000Z');
    expect((await lists.read([list]))[0]).toHaveLength(1);
    stores.setNow('2031-07-31T22:00:00.000Z'); // the first of August in the Netherlands
    expect(await lists.read([list])).toEqual([[]]);
    expect(await keyValues.sweep('2031-07-31T22:00:00.000Z')).toBe(1);
  });

  test('R-236: given a list that holds something else, then that is told, and nothing is written over it', async () => {
    const { keyValues, lists } = setup();
    const key = 'actions:de-linde:2026-2027';
    await keyValues.write({ [key]: { facts: [{ type: 'ActionDone', action: 1 }] } });
    await expect(lists.read([list])).rejects.toThrow(ActionListDamaged);
    await expect(lists.record(list, deciding(agree('Iets'), 'k-1'))).rejects.toThrow(ActionListDamaged);
    expect(await keyValues.read([key])).toEqual({ [key]: { facts: [{ type: 'ActionDone', action: 1 }] } });
  });
};
