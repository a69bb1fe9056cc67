import type { Meldcode } from '../support/meldcode';
import type { Person } from '../support/person';
import { signal } from './steps';
import { asks, beginsCase, chooses, does, goes, hears, stories, theCase, typedOn } from './story';

const given = stories();
const MAYBE = 'Twee dossiers gaan misschien over dezelfde leerling.';
const OWN = 'Er is al een zaak over dezelfde leerling';
const NO_CASE = 'Deze zaak bestaat niet, of je hebt er geen toegang toe.';

const ownedBy = async ({ cases }: Meldcode, { aadObjectId }: Person) => {
  const found = (await cases()).find(({ file }) => file.owner === aadObjectId);
  if (!found) throw new Error('there is no such case');
  return found;
};
const textsOf = ({ chat }: Person): string => chat.cards.map(({ text }) => text).join('\n');
/** Two teachers, each with a case about Sam, written in two ways. */
const twice = async (story: Meldcode) => {
  await beginsCase(story.teacher);
  await beginsCase(story.otherTeacher, { name: ' sam  de Vriés' });
  return { first: await ownedBy(story, story.teacher), second: await ownedBy(story, story.otherTeacher) };
};
const everythingSeenBy = async (person: Person): Promise<string> => {
  const cards = [
    await goes(person),
    await goes(person, 'Alles wat is vastgelegd'),
    await goes(person, 'Broers en zussen'),
  ];
  return [textsOf(person), ...cards.map(({ text }) => text)].join('\n');
};
const press = async (person: Person, data: object): Promise<string> => {
  const action = { type: 'Action.Execute', verb: 'decideSamePupil', data };
  const sent = { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
  return JSON.stringify((await person.sends(sent)).body);
};

describe('given a second concern about a pupil of whom the school has a case already', () => {
  test('A-28 I-24: then only the leader hears of it, decides that it is the same child, and reads that in both files', async () => {
    const story = await given();
    const { teacher, otherTeacher, leader } = story;
    const { first, second } = await twice(story);
    const told = await hears(story, leader, MAYBE);
    expect(told.text).not.toContain('Sam');

    const card = await does(leader, 'Bekijken');
    expect(card.text).toContain(first.file.number);
    expect(card.text).toContain('Marieke Jansen');
    expect(typedOn(card)).toEqual({ go: '', detail: '' }); // nothing is decided beforehand
    const done = await does(leader, 'Vastleggen', { go: 'Hetzelfde kind: samen verder' });
    expect(done.text).toContain('Vertel beide collega’s zelf met wie ze verder praten.');
    expect(done.buttons).toContain('Zaak overdragen');

    for (const [mine, other] of [
      [first, second],
      [second, first],
    ] as const) {
      await asks(leader, 'mijn zaken');
      const hub = await does(leader, 'Openen', { go: `shared/hub||${mine.caseId}` });
      expect(hub.text).toContain(`${other.file.number}: Hetzelfde kind: samen verder`);
      const all = await chooses(leader, 'Alles wat is vastgelegd');
      expect(all.text).toMatch(/Besloten op .* door Jeroen Nijhuis/);
    }
    for (const [person, other] of [
      [teacher, second],
      [otherTeacher, first],
    ] as const) {
      const seen = await everythingSeenBy(person);
      expect(seen).not.toContain(other.file.number);
      expect(seen).not.toContain('Nog een dossier');
      expect(seen).not.toContain(MAYBE);
      expect(seen).not.toContain(OWN);
    }
    // Neither file, nor the moment at which it last changed, says that there is another.
    expect((await ownedBy(story, teacher)).events).toEqual(first.events);
    expect((await ownedBy(story, otherTeacher)).events).toEqual(second.events);
  });

  test('A-28: then keeping them apart needs a reason, which stays with the decision, and can be decided anew', async () => {
    const story = await given();
    const { leader } = story;
    await twice(story);
    await hears(story, leader, MAYBE);
    await does(leader, 'Bekijken');
    const asked = await does(leader, 'Vastleggen', { go: 'Een ander kind' });
    expect(asked.text).toContain('Schrijf op waarom de twee dossiers los van elkaar blijven.');
    const kept = await does(leader, 'Vastleggen', { go: 'Een ander kind', detail: 'Twee neven, andere groep.' });
    expect(kept.text).toContain('Een ander kind');
    expect(kept.text).toContain('Twee neven, andere groep.');
    await does(leader, 'Opnieuw besluiten');
    const anew = await does(leader, 'Vastleggen', { go: 'Apart houden', detail: 'Eerst praten met het bestuur.' });
    expect(anew.text).toContain('Apart houden');
    expect(anew.text).not.toContain('neven');
  });

  test('I-24: then nobody else decides or finds out by a press, and the case that they may not see is no case', async () => {
    const story = await given();
    const { teacher, otherTeacher, ibEr, leader } = story;
    const { first, second } = await twice(story);
    await hears(story, leader, MAYBE);
    for (const person of [teacher, otherTeacher, ibEr]) {
      await asks(person, 'hulp');
      expect(await press(person, { m: { case: second.caseId, about: first.caseId }, go: 'samen' })).toContain(NO_CASE);
    }
    await asks(leader, 'hulp');
    const nothing = '0b7f4d52-93a1-4c5e-8f60-1d2e3a4b5c6d';
    expect(await press(leader, { m: { case: second.caseId, about: nothing }, go: 'samen' })).toContain(NO_CASE);
  });

  test('I-24 A-29: when the first is for two and the leader is neither, then nobody hears that there are two', async () => {
    const story = await given();
    const { teacher, otherTeacher, ibEr, leader, deputy, settled } = story;
    await beginsCase(teacher);
    await goes(leader, 'Beperken tot twee personen');
    await does(leader, 'Beperken', { first: 'Marieke Jansen', second: 'Ilse ter Braak', reason: 'Familie.' });
    const first = await theCase(story);
    await beginsCase(otherTeacher);
    const second = await ownedBy(story, otherTeacher);
    await settled();
    for (const person of [otherTeacher, ibEr, leader, deputy]) {
      expect(textsOf(person)).not.toContain(MAYBE);
      expect(textsOf(person)).not.toContain(OWN);
    }
    const card = await goes(leader, 'Nog een dossier over deze leerling');
    expect(card.text).toContain('Er is nu geen ander dossier waarover je iets moet besluiten.');
    expect(await press(leader, { m: { case: second.caseId, about: first.caseId }, go: 'samen' })).toContain(NO_CASE);
  });

  test('I-24: when the message does not reach the leader, then nobody hears that either, and it is there when the leader is back', async () => {
    const story = await given();
    const { teacher, otherTeacher, leader, settled, later } = story;
    await leader.uninstalls();
    await twice(story);
    await settled();
    for (const person of [teacher, otherTeacher])
      expect(await everythingSeenBy(person)).not.toContain('Jeroen Nijhuis');
    await leader.installs();
    later(1);
    await hears(story, leader, MAYBE);
  });

  test('A-28 I-24: when whoever begins it may see the first, then they are led to that one, and the leader has nothing to decide', async () => {
    const story = await given();
    const { teacher, leader, settled } = story;
    await beginsCase(teacher);
    const { file } = await theCase(story);
    await beginsCase(teacher);
    const told = await hears(story, teacher, OWN);
    expect(told.text).not.toContain('Sam');
    expect((await does(teacher, 'Bekijken')).text).toContain(file.number);
    await settled();
    expect(textsOf(leader)).not.toContain(MAYBE);
  });

  test('A-28: when that one is closed, then they are led to reopening it', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await goes(teacher, 'Stap 4', 'Vraag 1');
    await does(teacher, 'Vastleggen', { answer: 'Nee', explanation: 'Er was een andere uitleg.' });
    const missing = { missing1: 'n.v.t.', missing2: 'n.v.t.', missing3: 'n.v.t.' };
    await does(teacher, 'Zaak sluiten', { reason: 'Geen actie nodig.', ...missing });
    await beginsCase(teacher);
    await hears(story, teacher, OWN);
    expect((await does(teacher, 'Bekijken')).buttons).toContain('Heropenen');
  });
});
