import { familyLinksIn } from '../../src/casefile/familyLinks';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';

const at = '2026-11-24T09:30:00.000Z';
const stamp = { at, by: 'teacher' };
const given = () => {
  const store = memoryKeyValueStore(() => at);
  return { store, links: familyLinksIn(store) };
};

describe('given cases of brothers and sisters', () => {
  test('R-027: when two are linked, then each leads to the other, with who and when, and again changes nothing', async () => {
    const { links } = given();
    await links.link('case-a', 'case-b', stamp);
    await links.link('case-a', 'case-b', { at: '2026-12-01T09:00:00.000Z', by: 'leader' });
    expect(await links.of('case-a')).toEqual([{ case: 'case-b', ...stamp }]);
    expect(await links.of('case-b')).toEqual([{ case: 'case-a', ...stamp }]);
    expect(await links.of('case-c')).toEqual([]);
  });

  test('when a process stopped between the two sides, then doing it again makes it whole', async () => {
    const { store, links } = given();
    await links.link('case-a', 'case-b', stamp);
    await store.delete(['family:case-b']);
    await links.link('case-a', 'case-b', stamp);
    expect(await links.of('case-b')).toHaveLength(1);
  });

  test('when it is taken away, then neither leads to the other, who and when stays, and it can be made anew', async () => {
    const { store, links } = given();
    await links.link('case-a', 'case-b', stamp);
    await links.unlink('case-b', 'case-a', { at, by: 'leader' });
    expect([...(await links.of('case-a')), ...(await links.of('case-b'))]).toEqual([]);
    expect(JSON.stringify(await store.read(['family:case-a']))).toContain(
      '"ended":{"at":"2026-11-24T09:30:00.000Z","by":"leader"}',
    );
    await links.link('case-a', 'case-b', stamp);
    expect(await links.of('case-a')).toHaveLength(1);
  });

  test('A-28: when it is decided what two files of perhaps one pupil are to each other, then both say so, an earlier decision stays, and neither is a brother or sister', async () => {
    const { store, links } = given();
    const later = { at: '2026-12-01T09:00:00.000Z', by: 'leader' };
    await links.link('case-a', 'case-b', stamp);
    await links.decide('case-a', 'case-b', stamp, { as: 'ander', why: 'neven' });
    await links.decide('case-b', 'case-a', later, { as: 'samen', why: '' });
    await links.decide('case-b', 'case-a', { ...later, by: 'deputy' }, { as: 'samen', why: '' }); // again changes nothing
    for (const [one, other] of [
      ['case-a', 'case-b'],
      ['case-b', 'case-a'],
    ] as const)
      expect(await links.of(one)).toEqual([
        { case: other, ...stamp },
        { case: other, ...later, pupil: { as: 'samen', why: '' } },
      ]);
    expect(JSON.stringify(await store.read(['family:case-a']))).toContain('"neven"');
    await links.unlink('case-a', 'case-b', later);
    expect(await links.of('case-a')).toEqual([{ case: 'case-b', ...later, pupil: { as: 'samen', why: '' } }]);
    await links.erase('case-a');
    expect(await links.of('case-b')).toEqual([]);
    expect(JSON.stringify(await store.read(['family:case-b']))).not.toContain('neven');
  });

  test('I-26: when a case is destroyed, then nothing of it is left, on the other sides either', async () => {
    const { store, links } = given();
    await links.link('case-a', 'case-b', stamp);
    await links.link('case-c', 'case-a', stamp);
    await links.unlink('case-c', 'case-a', stamp);
    await links.link('case-b', 'case-c', stamp);
    await links.erase('case-a');
    const left = await store.read(['family:case-a', 'family:case-b', 'family:case-c']);
    expect(JSON.stringify(left)).not.toContain('"case-a"');
    expect(left).not.toHaveProperty('family:case-a');
    expect(await links.of('case-b')).toEqual([{ case: 'case-c', ...stamp }]);
  });
});
