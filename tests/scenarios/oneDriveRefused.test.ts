import { at } from '../support/json';
import {
  answers,
  asked,
  attached,
  CONSENT,
  FILE,
  inItsPlace,
  oneDriveStories,
  seenByLeader,
  type Story,
  switchTo,
} from './fileConsent';
import { does, goes, hears } from './story';

const { begun, stand } = oneDriveStories();

describe('given a question about a file that is not to be answered any more', () => {
  const gone = 'Deze vraag geldt niet meer. Er is niets naar OneDrive gegaan.';

  test.each([
    ['ten minutes have passed', gone, async (story: Story) => story.later(0, 0, 10)],
    [
      'the board turned it off',
      'Je bestuur laat geen documenten in OneDrive toe.',
      (story: Story) => switchTo(story, false),
    ],
    [
      'the case was handed over (A-29)',
      'Deze zaak bestaat niet, of je hebt er geen toegang toe.',
      async (story: Story) => {
        await goes(story.teacher, 'Zaak overdragen aan een collega');
        await does(story.teacher, 'Overdragen', { to: story.otherTeacher.name, reason: 'Ik ga met verlof.' });
        await hears(story, story.otherTeacher, 'overgedragen');
      },
    ],
    [
      'whoever was asked left the school',
      gone,
      (story: Story) =>
        story.rewriteDirectory((file) => {
          file.board.oneDrive = true;
          for (const school of file.schools)
            school.people = school.people.filter(({ name }) => name !== story.teacher.name);
        }),
    ],
  ])('when %s, then nothing goes there, and the question says so', async (_what, words, change) => {
    const story = await begun();
    const question = await asked(story.teacher);
    await change(story);
    await answers(story, story.teacher, question, 'accept');
    expect(story.there.uploads).toEqual([]);
    expect(attached(story.teacher, CONSENT)).toEqual([]);
    expect(inItsPlace(story.teacher, question)).toContain(words);
    expect(attached(story.teacher, FILE)).toEqual([]);
  });

  test('when somebody else answers, also who may see the file, then nothing goes there and the question stays good', async () => {
    const story = await begun();
    const question = await asked(story.teacher);
    for (const other of [story.leader, story.otherTeacher, story.stranger])
      await answers(story, other, question, 'accept', { more: { replyToId: undefined } });
    expect(story.there.uploads).toEqual([]);
    expect(story.leader.chat.lastCard().text).toContain(gone);
    await answers(story, story.teacher, question, 'accept');
    expect(story.there.uploads).toHaveLength(1);
  });

  test('when the reference is changed, or what comes is no answer, then nothing goes there and nothing breaks', async () => {
    const story = await begun();
    const question = await asked(story.teacher);
    const reference = String(at(question.content, 'acceptContext', 'reference'));
    const changed = `${reference.startsWith('A') ? 'B' : 'A'}${reference.slice(1)}`;
    await answers(story, story.teacher, question, 'accept', { reference: changed });
    for (const value of [
      { action: 'accept', context: { reference } },
      {
        action: 'accept',
        context: { reference, filename: '../../etc/passwd' },
        uploadInfo: { uploadUrl: story.there.url },
      },
      { action: 'accept', context: reference, uploadInfo: { uploadUrl: story.there.url } },
      { action: 'accept', context: { reference }, uploadInfo: { uploadUrl: { href: story.there.url } } },
      { action: 'accept', context: { reference: [reference] }, uploadInfo: { uploadUrl: story.there.url } },
      { action: 'delete', context: { reference } },
    ])
      expect((await story.teacher.sends({ type: 'invoke', name: 'fileConsent/invoke', value })).status).toBe(200);
    expect(story.there.uploads).toEqual([]);
    expect(story.log).toEqual([]);
  });

  test('when it is answered in a channel, then nothing goes there', async () => {
    const story = await begun();
    const question = await asked(story.teacher);
    const place = story.teams.channel('Team', [story.teacher]);
    const conversation = { id: place.conversation.id, conversationType: 'channel', tenantId: story.directory.tenantId };
    const { body } = await answers(story, story.teacher, question, 'accept', { more: { conversation } });
    expect(JSON.stringify(body)).toContain('Ik werk alleen in een persoonlijk gesprek');
    expect(story.there.uploads).toEqual([]);
    expect(place.conversation.posts).toEqual([]);
  });
});

describe('given an answer with an address that is not one of OneDrive', () => {
  test('when it is for the file, then nothing goes out, the words say so, and the question is dead', async () => {
    const story = await begun();
    const elsewhere = await stand();
    const question = await asked(story.teacher);
    await answers(story, story.teacher, question, 'accept', { uploadUrl: elsewhere.url });
    expect(inItsPlace(story.teacher, question)).toContain('Dit adres is niet van OneDrive. Er is niets verstuurd.');
    await answers(story, story.teacher, question, 'accept');
    expect([...elsewhere.uploads, ...story.there.uploads]).toEqual([]);
    expect(await seenByLeader(story)).not.toContain('OneDrive');
  });

  test('when it is where the file is to be opened, then no card leads there', async () => {
    const story = await begun();
    for (const change of [{ contentUrl: 'https://evil.example/sign-in' }, { uniqueId: '"><script>' }]) {
      const question = await asked(story.teacher);
      await answers(story, story.teacher, question, 'accept', change);
      expect(inItsPlace(story.teacher, question)).toContain('staat in je OneDrive');
    }
    expect(story.there.uploads).toHaveLength(2);
    expect(attached(story.teacher, FILE)).toEqual([]);
    expect(story.teacher.chat.everything()).not.toMatch(/evil\.example|<script>/);
  });
});

describe('given a OneDrive that does not take the file', () => {
  test('when it refuses, then the words say so, it is noted, and another try succeeds', async () => {
    const story = await begun();
    story.there.answers(503);
    const question = await asked(story.teacher);
    await answers(story, story.teacher, question, 'accept');
    expect(inItsPlace(story.teacher, question)).toContain('Er staat niets, ook niet half.');
    expect(attached(story.teacher, FILE)).toEqual([]);
    expect(await seenByLeader(story)).toContain('Verantwoordingsdossier (naar OneDrive, niet aangekomen)');
    expect(story.log.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['oneDrive']);
    expect(story.log.join('')).not.toMatch(/tempauth|Sam|document-/);

    story.there.answers(201);
    const card = story.teacher.chat.cards.filter(({ activityId }) => activityId === question.id).at(-1);
    if (!card) throw new Error('the card is gone');
    await story.teacher.presses(card, 'Opnieuw naar OneDrive');
    const second = attached(story.teacher, CONSENT).at(-1);
    if (!second) throw new Error('no second question');
    await answers(story, story.teacher, second, 'accept');
    expect(story.there.uploads).toHaveLength(2);
    expect(inItsPlace(story.teacher, second)).toContain('staat in je OneDrive');
  });

  test('when it does not answer, then the words say that it is not sure', async () => {
    const story = await begun({ withinMs: 100 });
    story.there.answers('never');
    const question = await asked(story.teacher);
    await answers(story, story.teacher, question, 'accept');
    expect(inItsPlace(story.teacher, question)).toContain('Ik hoorde niet of het document is aangekomen.');
    expect(await seenByLeader(story)).toMatch(/Verantwoordingsdossier \(naar OneDrive\)/);
  });
});
