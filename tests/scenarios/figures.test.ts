import { objectsIn, stringOf } from '../support/json';
import { objectsDeep } from '../cards/templates';
import { asks, beginsCase, chooses, does, stories } from './story';
import { signal } from './steps';

const given = stories();

describe('given a school year in which concerns began', () => {
  test('R-235: when the leader and the board ask for figures, then a few cases tell nothing, and more tell rounded numbers, on a chart, in a table and as a file', async () => {
    const story = await given();
    const { teacher, leader, board } = story;
    expect((await asks(teacher, 'cijfers')).text).toContain('voor de schoolleiding en het bestuur');
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await chooses(teacher, 'Stap 1 afronden');
    await does(teacher, 'Stap 1 afronden');
    await story.settled();
    expect((await asks(leader, 'cijfers')).text).toContain('zo weinig zaken dat er niets over te zeggen is');
    for (const name of ['Noor Bakker', 'Daan Smit', 'Lotte Visser', 'Milan Kok', 'Yara Mulder'])
      await beginsCase(teacher, { name });
    await story.settled();

    const card = await asks(leader, 'cijfers');
    expect(card.text).toContain('ongeveer 5');
    expect(card.text).not.toMatch(/\bSam\b|Noor|Milan|MC-/);
    expect(card.text).toContain('Minder dan 5, of weggelaten: Stap 1: signalen in kaart');
    const bars = objectsDeep(card.content).flatMap(({ y }) => (typeof y === 'number' ? [y] : []));
    expect(bars.filter((count) => count % 5 !== 0)).toEqual([]);
    const open = await does(leader, 'Als bestand (CSV)');
    const link = objectsIn(open.content['actions']).find(({ type }) => type === 'Action.OpenUrl');
    const code = /\b\d{3} \d{3}\b/.exec(open.text)?.[0] ?? '';
    const taken = await fetch(stringOf(link?.['url']) ?? '', {
      ...{ method: 'POST', body: new URLSearchParams({ code }).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const text = await taken.text();
    expect(text).toContain('"Basisschool De Linde";"2026-2027";"Alle zaken";"";"5"');
    expect(text).toContain('"Stap 1: signalen in kaart";"Gezet";"minder dan 5 of weggelaten"');
    expect(text).not.toMatch(/\bSam\b|Noor|Milan|MC-/);

    const whole = await asks(board, 'cijfers');
    expect(whole.text).toContain('Stichting Consent');
    const tried = await does(
      leader,
      'Laat zien',
      { go: 'audit/figures|:2026-2027:stappen' },
      { skipClientValidation: true },
    );
    expect(tried.text).toContain('voor de schoolleiding en het bestuur');
    expect(story.log).toEqual([]);
  });
});
