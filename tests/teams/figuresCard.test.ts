import { noFamilyLinks } from '../../src/casefile/familyLinks';
import { cardRenderer } from '../../src/cards/render';
import { figuresCard, figuresFile } from '../../src/teams/figuresCard';
import { PersonalDesk } from '../../src/teams/desk';
import type { Tally } from '../../src/protocol/statistics';
import { exampleDirectory } from '../support/insideBot';
import { memoryCaseStore, memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { actionListsIn } from '../../src/casefile/actionLists';
import { accessLogIn } from '../../src/casefile/accessLog';
import { objectsDeep } from '../cards/templates';
import { players } from '../security/states';
import { isObject } from '../support/json';
import { dutch } from '../../src/text/tongue';

const directory = exampleDirectory();
const now = (): string => '2026-11-24T09:00:00.000Z';
const tally = (change: Partial<Tally> = {}): Tally => ({
  ...{ schoolId: 'de-linde', year: '2026-2027', route: 'stappenplan', steps: [], feedbackUntil: {}, forTwo: false },
  ...{ answers: { step1: 'ja', suspicion: 'ja', reported: 'ja', feedback: 'op-tijd' }, ...change },
});
const tallies: readonly Tally[] = [
  ...Array.from({ length: 12 }, () => tally()),
  ...Array.from({ length: 8 }, () => tally({ answers: { suspicion: 'nee' } })),
  ...Array.from({ length: 9 }, () => tally({ route: 'medewerker' })),
];
const render = cardRenderer();
const tools = {
  ...{ directory, render, now, actions: actionListsIn(memoryKeyValueStore(now)) },
  statistics: {
    read: async (school: string, year: string) => tallies.filter((one) => one.schoolId === school && one.year === year),
  },
};
const deskOf = (player: keyof typeof players): PersonalDesk => {
  const person = directory.person(players[player].aadObjectId);
  if (!person) throw new Error(`${player} is not in the directory`);
  const accessLog = accessLogIn(memoryKeyValueStore(now));
  return new PersonalDesk(
    { ...tools, store: memoryCaseStore(), accessLog, familyLinks: noFamilyLinks, undelivered: async () => [] },
    person,
    dutch,
  );
};

describe('given figures that are large enough to tell', () => {
  test('R-235: when the leader opens them, then each chart is one that Teams draws, with the same numbers in a table for whoever sees no charts', async () => {
    const card = await figuresCard(tools, deskOf('leader'), 'de-linde:2026-2027:wegen');
    const charts = objectsDeep(card).filter(({ type }) => type === 'Chart.HorizontalBar');
    expect(charts[0]).toMatchObject({
      data: [
        { x: 'Ja', y: 10 },
        { x: 'Twijfel', y: 0 },
        { x: 'Nee', y: 10 },
        { x: 'Niet beantwoord', y: 0 },
      ],
      fallback: { type: 'Table', firstRowAsHeader: true },
    });
    const fallback = charts[0]?.['fallback'];
    const cells = objectsDeep(isObject(fallback) ? fallback : {}).flatMap(({ type, text }) =>
      type === 'TextBlock' ? [text] : [],
    );
    expect(cells).toEqual(['Wat', 'Zaken', 'Ja', '10', 'Twijfel', '0', 'Nee', '10', 'Niet beantwoord', '0']);
    expect(JSON.stringify(card)).not.toMatch(/\$\{|undefined/);
    expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThan(25 * 1024);
  });

  test('R-235: when there are too few cases to count days, then that is said, and not that it took few days', async () => {
    const card = await figuresCard(tools, deskOf('leader'), 'de-linde:2026-2027:stappen');
    const text = JSON.stringify(card);
    expect(text).toContain('Te weinig zaken om dagen te tellen: Stap 1, Stap 2, Stap 3, Stap 4, Stap 5');
  });

  test('A-06 R-235: when the leader counts, then nothing about members of staff is among it; the board sees that', async () => {
    expect((await figuresFile(tools, deskOf('leader').person, ''))?.text).toBeUndefined();
    const own = await figuresFile(tools, deskOf('leader').person, 'de-linde:2026-2027:stappen');
    expect(own?.text).toContain('"Over een medewerker";"minder dan 5 of weggelaten"');
    const whole = await figuresFile(tools, deskOf('board').person, ':2026-2027:stappen');
    expect(whole?.text).toContain('"Over een medewerker";"10"');
  });

  test.each([['owner'], ['ibEr'], ['leaderOfDeBeuk']] as const)(
    'I-25: when %s asks for those of this school, then there is nothing',
    async (player) => {
      expect(await figuresCard(tools, deskOf(player), 'de-linde:2026-2027:wegen')).toBeUndefined();
      expect(await figuresFile(tools, deskOf(player).person, 'de-linde:2026-2027:wegen')).toBeUndefined();
    },
  );
});
