import type { Person } from '../support/person';
import type { JsonObject } from '../support/json';
import type { Meldcode } from '../support/meldcode';
import { signal } from './steps';
import { asks, beginsCase, does, facts, hears, offers, stories, theCase } from './story';

const given = stories();

/** A press that a client of this person could send, whatever is on the screen. */
const sends = async (person: Person, verb: string, data: JsonObject): Promise<JsonObject> => {
  const action = { type: 'Action.Execute', verb, data };
  const { body } = await person.sends({
    ...{ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } },
  });
  return body as JsonObject; // the bot answers every invoke with an object
};

const key = '0b7f4d52-93a1-4c5e-8f60-1d2e3a4b5c6d';
const nowhere = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60718';
const tries = (caseId: string): readonly (readonly [string, JsonObject])[] => [
  ['showHub', { m: { case: caseId } }],
  ['showChronology', { m: { case: caseId } }],
  ['openForm', { m: { case: caseId, form: 'step1-signals/menu' } }],
  ['openForm', { m: {}, go: `shared/hub||${caseId}` }],
  ['showStuck', { m: { case: caseId } }],
  [
    'recordSignal',
    {
      m: { case: caseId, key, form: 'step1-signals/signal' },
      ...{ text: 'x', direction: 'wijst-op-zorg', category: 'GK', nature: 'feit', source: 'zelf', setting: 'klas' },
      ...{ happenedOn: '2026-11-24', sourceName: '' },
    },
  ],
  ['closeCase', { m: { case: caseId, key, form: 'shared/close' }, outcome: 'geen-actie-nodig', reason: 'x' }],
];

/** A case of De Linde with a secret in it. */
const secretCase = async (): Promise<{ story: Meldcode; caseId: string; number: string }> => {
  const story = await given();
  await beginsCase(story.teacher);
  await does(story.teacher, 'Vastleggen', { ...signal, text: 'Het grote geheim.' });
  const { caseId, file } = await theCase(story);
  return { story, caseId, number: file.number };
};
const secrets = (number: string): readonly string[] => ['geheim', 'Sam', number];

describe('given a case and somebody who has no part in it', () => {
  test.each([
    ['a leader of another school', (story: Meldcode) => story.elsewhere],
    ['another teacher', (story: Meldcode) => story.otherTeacher],
    ['the confidant', (story: Meldcode) => story.confidant],
    ['the board', (story: Meldcode) => story.board],
  ])('when %s asks for it, then “no access” and “no such case” are one answer (I-21, I-24)', async (_who, whoOf) => {
    const { story, caseId, number } = await secretCase();
    const person = whoOf(story);
    expect(offers(await asks(person, 'mijn zaken'))).toEqual([]);
    for (const [i, [verb, data]] of tries(caseId).entries()) {
      const there = await sends(person, verb, data);
      const [, otherData = {}] = tries(nowhere)[i] ?? [];
      const elsewhere = await sends(person, verb, otherData);
      expect([verb, JSON.stringify(there).replaceAll(caseId, '')]).toEqual([
        verb,
        JSON.stringify(elsewhere).replaceAll(nowhere, ''),
      ]);
    }
    await story.settled();
    for (const secret of secrets(number)) expect(person.chat.everything()).not.toContain(secret);
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });

  test('when a case moves to the exit about staff, then the accused loses it at once (I-25, A-06)', async () => {
    const { story, caseId } = await secretCase();
    const { ibEr, teacher, leader } = story;
    expect((await sends(ibEr, 'showHub', { m: { case: caseId } }))['type']).toContain('card.adaptive');
    await teacher.says('overzicht');
    await does(teacher, 'Open je keuze', { go: 'intake/move-to-staff' });
    await does(teacher, 'Meteen melden', { accused: 'Ilse ter Braak', what: 'Dit gaat over Ilse zelf.' });
    await hears(story, leader, 'Lees het nu');
    const after = await sends(ibEr, 'showHub', { m: { case: caseId } });
    expect(JSON.stringify(after)).toContain('Deze zaak bestaat niet, of je hebt er geen toegang toe.');
    expect(ibEr.chat.everything()).not.toContain('Dit gaat over Ilse zelf.');
  });
});

describe('given somebody of the tenant whom the directory does not know', () => {
  test.each(['hoi', 'ik maak me zorgen over Sam', 'mijn zaken', 'nood', 'privacy'])(
    'when they type “%s”, then they hear whom to ask, and the numbers are there',
    async (typed) => {
      const { stranger, cases } = await given();
      const card = await asks(stranger, typed);
      expect(card.text).toContain('Vraag je schoolleider of de beheerder van Stichting Consent');
      expect(card.text).toContain('[112](tel:112)');
      expect(card.text).toContain('[0800-2000](tel:08002000)');
      expect(card.inputs).toEqual([]);
      expect(await cases()).toEqual([]);
    },
  );

  test('when they press what a colleague’s card holds, then they see no more than that card', async () => {
    const { story, caseId, number } = await secretCase();
    const { stranger } = story;
    for (const [verb, data] of tries(caseId))
      expect(JSON.stringify(await sends(stranger, verb, data))).toContain('Vraag je schoolleider of de beheerder');
    for (const secret of secrets(number)) expect(stranger.chat.everything()).not.toContain(secret);
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });
});

describe('given the teacher’s own account in another tenant', () => {
  test('when they write or press, then they are refused at the door and read nothing (I-24)', async () => {
    const { story, caseId, number } = await secretCase();
    const { teacher } = story;
    const before = teacher.chat.cards.length;
    const tenant = { id: '00000000-0000-4000-8000-000000000000' };
    const conversation = { id: teacher.conversation.id, conversationType: 'personal', tenantId: tenant.id };
    const line = { type: 'message', text: 'mijn zaken', conversation, channelData: { tenant } };
    expect((await teacher.sends(line)).status).toBe(403);
    const action = { type: 'Action.Execute', verb: 'showHub', data: { m: { case: caseId } } };
    const value = { action, trigger: 'manual' };
    const { status, body } = await teacher.sends({
      ...{ type: 'invoke', name: 'adaptiveCard/action', value, conversation, channelData: { tenant } },
    });
    expect(status).toBe(403);
    expect(JSON.stringify(body)).not.toContain(number);
    expect(teacher.chat.cards.slice(before)).toEqual([]);
  });

  test('when the two places that name the tenant differ, then nobody is believed', async () => {
    const { story } = await secretCase();
    const { teacher } = story;
    const before = teacher.chat.cards.length;
    const { status } = await teacher.sends({
      ...{ type: 'message', text: 'mijn zaken' },
      channelData: { tenant: { id: '00000000-0000-4000-8000-000000000000' } },
    });
    expect(status).toBe(403);
    expect(teacher.chat.cards.slice(before)).toEqual([]);
  });
});
