import { previewsOf } from '../support/conversation';
import { advice, plan, question, signal, talk, walksToWeighing, weighsHelp } from './steps';
import { asks, beginsCase, does, goes, hears, stories, theCase } from './story';

const given = stories();

describe('given a whole case with everybody in it', () => {
  test('when all that left the bot is read as a lock screen or a log shows it, then it says nothing of a child (R-243, I-20)', async () => {
    const story = await given();
    const { teacher, ibEr, leader, board, otherTeacher } = story;
    await teacher.says('ik maak me zorgen over Sam, hij had een blauwe plek');
    await beginsCase(teacher);
    await walksToWeighing(story);
    await weighsHelp(story);
    await goes(teacher, 'Stap 5', 'Besluit 1');
    await does(teacher, 'Vastleggen', { canProtect: 'Ja', decision: 'Nee', reason: 'Er is hulp voor Sam.' });
    await does(teacher, 'Vastleggen', { schoolCan: 'Ja', familyCan: 'Ja', reason: 'Moeder wil dit.' });
    await does(teacher, 'Plan vastleggen', plan(story));
    await hears(story, ibEr, 'Je bent gevraagd als casemanager.');
    for (const word of ['mijn zaken', 'mijn verzoeken', 'overzicht', 'Sam de Vries heeft een blauwe plek', 'stop'])
      await asks(teacher, word);
    await asks(leader, 'mijn zaken');
    await story.settled();

    const { file, caseId } = await theCase(story);
    const typed = [signal, question, advice, talk(story)].flatMap((filled) =>
      Object.values(filled).filter((value): value is string => typeof value === 'string' && /\S \S/.test(value)),
    );
    const secrets = ['Sam', 'de Vries', 'groep 5', file.number, caseId, 'Marieke', 'Ilse ter', 'blauwe', ...typed];
    const previews = [teacher, ibEr, leader, board, otherTeacher].flatMap(({ chat }) => chat.previews);
    expect(previews.length).toBeGreaterThan(40);
    expect(previews.filter((preview) => secrets.some((secret) => preview.includes(secret)))).toEqual([]);
    expect([...new Set(previews)].sort()).toEqual([
      'Deze kaart past niet in deze versie van Teams.',
      'Er staat een bericht voor je klaar.',
    ]);
    const log = story.lines.join('');
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    expect(previewsOf({ text: 'x', summary: 'y' })).toEqual(['y', 'x']); // this very reading sees both
  });

  test('when something breaks inside, then the log names where and what sort, and none of what was typed (I-20)', async () => {
    const story = await given();
    const { teacher, teams } = story;
    await beginsCase(teacher);
    teams.fault({ status: 500, times: 2, match: ({ kind }) => kind === 'reply' || kind === 'send' });
    await teacher.says('ik maak me zorgen over Sam de Vries').catch(() => undefined);
    await story.settled();
    expect(story.lines.length).toBeGreaterThan(0);
    for (const secret of ['Sam', 'de Vries', 'zorgen']) expect(story.lines.join('')).not.toContain(secret);
    // The next line is answered as ever.
    expect((await asks(teacher, 'overzicht')).text).toContain('Overzicht van deze zaak');
  });
});
