import { readPdf, wholeText } from '../dossier/pdfText';
import { at, objectsIn, stringOf } from '../support/json';
import {
  answers,
  asked,
  attached,
  BUTTON,
  CONSENT,
  FILE,
  inItsPlace,
  oneDriveStories,
  ready,
  seenByLeader,
} from './fileConsent';
import { does, doesOn } from './story';

const { begun } = oneDriveStories();

describe('given a board that said nothing about OneDrive', () => {
  test('when a document is ready, then there is only the address; a press or an answer made by hand does nothing', async () => {
    const story = await begun({ on: false });
    const card = await ready(story.teacher);
    expect(card.buttons).toContain('Open in browser ↗');
    expect(card.buttons).not.toContain(BUTTON);
    expect(card.text).not.toContain('OneDrive');

    const { caseId } = (await story.cases())[0] ?? {};
    const pressed = await story.teacher.sends({
      ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: card.activityId },
      value: {
        action: {
          ...{ type: 'Action.Execute', verb: 'askOneDrive' },
          data: { m: { case: caseId, about: 'verantwoordingsdossier' } },
        },
      },
    });
    expect(JSON.stringify(pressed.body)).toContain('Je bestuur laat geen documenten in OneDrive toe.');
    expect(attached(story.teacher, CONSENT)).toEqual([]);
    const made = { id: '', activity: {}, name: 'x.pdf', content: {}, contentUrl: undefined };
    await answers(story, story.teacher, made, 'accept', { reference: 'A'.repeat(43) });
    expect(story.there.uploads).toEqual([]);
    expect(await seenByLeader(story)).not.toContain('OneDrive');
  });
});

describe('given a board that allows OneDrive, when a document is ready', () => {
  test('then the card warns what a copy there means, and the question of Teams says nothing of whom it is about (I-20)', async () => {
    const story = await begun();
    const card = await ready(story.teacher);
    expect(card.text).toMatch(
      /buiten de beveiligde opslag.*regels van je school over bewaren.*blijft de kopie bestaan/s,
    );
    const question = await asked(story.teacher);
    expect(question.name).toMatch(/^document-\d{4}-\d{2}-\d{2}-\d{4}\.pdf$/);
    expect(question.activity['summary']).toBe('Er staat een bericht voor je klaar.');
    expect(Object.keys(at(question.content, 'acceptContext') ?? {})).toEqual(['reference']);
    const { caseId, file } = (await story.cases())[0] ?? {};
    const said = JSON.stringify(question.activity['attachments']);
    for (const told of ['Sam', 'Vries', String(caseId), file?.number ?? 'MC-', 'verantwoording', 'De Linde'])
      expect(said).not.toContain(told);
    expect(await seenByLeader(story)).not.toContain('OneDrive');
  });

  test('R-055 I-22: when the answer is yes, then the document goes there once, the question goes, and all can see who took it', async () => {
    const story = await begun();
    const question = await asked(story.teacher);
    const answer = await answers(story, story.teacher, question, 'accept');
    expect(answer.status).toBe(200);

    const [upload, ...others] = story.there.uploads;
    expect(others).toEqual([]);
    const { length } = upload?.bytes ?? Buffer.alloc(0);
    expect(upload?.headers).toMatchObject({
      ...{ 'content-type': 'application/pdf', 'content-range': `bytes 0-${length - 1}/${length}` },
    });
    expect(Number(question.content['sizeInBytes'])).toBeGreaterThanOrEqual(length);
    const text = wholeText(await readPdf(upload?.bytes ?? Buffer.alloc(0)));
    expect(text).toContain('Sam de Vries');
    expect(text).toContain('Verantwoordingsdossier (naar OneDrive)');

    expect(attached(story.teacher, CONSENT)).toEqual([]);
    expect(inItsPlace(story.teacher, question)).toMatch(/staat in je OneDrive, buiten de beveiligde opslag/);
    const [file] = attached(story.teacher, FILE);
    expect(file).toMatchObject({
      name: question.name,
      content: { uniqueId: '{1150D938-8870-4044-9F2C-5BBDEBA70C8C}', fileType: 'pdf' },
    });
    expect(file?.contentUrl).toContain('/personal/mijn%20bestanden/document-');
    expect(await seenByLeader(story)).toContain('Verantwoordingsdossier (naar OneDrive)');
    expect(story.lines.join('')).not.toMatch(/tempauth|OneDrive \(/);
    expect(story.log).toEqual([]);
  });

  test('I-23: when the same answer comes again, then nothing goes there again, and what was said stays', async () => {
    const story = await begun();
    const question = await asked(story.teacher);
    await Promise.all([1, 2, 3].map(() => answers(story, story.teacher, question, 'accept')));
    const again = await answers(story, story.teacher, question, 'accept');
    expect(JSON.stringify(again.body)).toContain('Deze vraag is al beantwoord.');
    expect(story.there.uploads).toHaveLength(1);
    expect(inItsPlace(story.teacher, question)).toContain('staat in je OneDrive');
    expect(attached(story.teacher, FILE)).toHaveLength(1);
  });

  test('when the answer is no, then nothing goes there, and a yes afterwards changes nothing', async () => {
    const story = await begun();
    const question = await asked(story.teacher);
    await answers(story, story.teacher, question, 'decline');
    expect(attached(story.teacher, CONSENT)).toEqual([]);
    expect(inItsPlace(story.teacher, question)).toContain('Goed, er gaat niets naar je OneDrive.');
    await answers(story, story.teacher, question, 'accept');
    expect(story.there.uploads).toEqual([]);
    expect(await seenByLeader(story)).not.toContain('OneDrive');
  });
});

describe('given each document that an address gives', () => {
  test('then the same text goes to OneDrive, for whoever may take it only', async () => {
    const story = await begun();
    const form = await asked(story.teacher, 'Toestemmingsformulier');
    await answers(story, story.teacher, form, 'accept');
    const card = await ready(story.teacher, 'Toestemmingsformulier');
    const open = objectsIn(card.content['actions']).find(({ type }) => type === 'Action.OpenUrl');
    const code = /\b\d{3} \d{3}\b/.exec(card.text)?.[0] ?? '';
    const taken = await fetch(stringOf(open?.['url']) ?? '', { method: 'POST', body: new URLSearchParams({ code }) });
    const [byAddress, toOneDrive] = [Buffer.from(await taken.arrayBuffer()), story.there.uploads[0]?.bytes];
    expect(await readPdf(toOneDrive ?? Buffer.alloc(0))).toEqual(await readPdf(byAddress));

    await story.leader.says('mijn zaken');
    const data = await asked(story.leader, 'Inzage als gegevensbestand voor een ouder');
    expect(data.name).toMatch(/\.json$/);
    await answers(story, story.leader, data, 'accept');
    const given = JSON.parse(String(story.there.uploads[1]?.bytes)) as { meegenomen: { wat: string }[] };
    expect(given.meegenomen.map(({ wat }) => wat)).toEqual([
      'Toestemmingsformulier (naar OneDrive)',
      'Toestemmingsformulier (meegenomen)',
      'Inzage als gegevensbestand (naar OneDrive)',
    ]);
  });

  test('then the figures of the board too, and they are noted with no case', async () => {
    const story = await begun();
    await story.board.says('cijfers');
    const card = await does(story.board, 'Als bestand (CSV)');
    await story.board.presses(card, BUTTON);
    const question = attached(story.board, CONSENT).at(-1);
    if (!question) throw new Error('no question');
    expect(question.name).toMatch(/\.csv$/);
    await answers(story, story.board, question, 'accept');
    expect(String(story.there.uploads[0]?.bytes)).toContain('Stichting Consent');
    expect(await seenByLeader(story)).not.toContain('OneDrive');
  });

  test('then in a practice none', async () => {
    const story = await begun();
    await story.teacher.says('oefenen');
    const card = story.teacher.chat.lastCard();
    const [, practice] = /"practice":"([^"]+)"/.exec(JSON.stringify(card.content)) ?? [];
    const { body } = await story.teacher.sends({
      ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: card.activityId },
      value: {
        action: {
          ...{ type: 'Action.Execute', verb: 'askOneDrive' },
          data: { m: { practice, case: 'x', about: 'verantwoordingsdossier' } },
        },
      },
    });
    expect(JSON.stringify(body)).toContain('In een oefening maak ik geen documenten.');
    expect(attached(story.teacher, CONSENT)).toEqual([]);
  });
});

test('given somebody who reads English, when they take a document to OneDrive, then all words come in English', async () => {
  const story = await begun();
  const card = await ready(story.teacher);
  await story.teacher.says('english');
  await doesOn(story.teacher, card, 'Overzicht');
  await story.teacher.says('overview');
  const { caseId } = (await story.cases())[0] ?? {};
  const { body } = await story.teacher.sends({
    ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: card.activityId },
    value: {
      action: {
        ...{ type: 'Action.Execute', verb: 'askOneDrive' },
        data: { m: { case: caseId, about: 'verantwoordingsdossier' } },
      },
    },
  });
  expect(JSON.stringify(body)).toContain('Teams asks below');
  const question = attached(story.teacher, CONSENT).at(-1);
  if (!question) throw new Error('no question');
  expect(question.content['description']).toContain('A copy in your own OneDrive');
  await answers(story, story.teacher, question, 'accept');
  expect(inItsPlace(story.teacher, question)).toMatch(/^To your OneDrive[^]*The document is in your OneDrive/);
});
