import type { Meldcode } from '../support/meldcode';
import type { Person } from '../support/person';
import { asks, beginsCase, chooses, does, goes, stories } from './story';

const given = stories();
const NO_CASE = 'Deze zaak bestaat niet, of je hebt er geen toegang toe.';

const recordsNoor = async (person: Person): Promise<void> => {
  await goes(person, 'Broers en zussen');
  await does(person, 'Toevoegen');
  await does(person, 'Vastleggen', {
    name: 'Noor de Vries',
    where: 'Basisschool De Linde',
    group: 'groep 3',
    birthDate: '2019-03-02',
  });
};
const caseAbout = async ({ cases }: Meldcode, name: string) => {
  const found = (await cases()).find(({ file }) => file.pupil.name === name);
  if (!found) throw new Error(`there is no case about ${name}`);
  return found;
};

describe('given a case about a pupil with a sister', () => {
  test('R-027 R-170: then the owner records her, and begins a case about her with only what is needed taken over, linked to this one', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher, { family: 'woont bij moeder' });
    await recordsNoor(teacher);
    expect((await goes(teacher)).text).toContain('Broers en zussen: Noor de Vries (groep 3, Basisschool De Linde)');
    await chooses(teacher, 'Broers en zussen');
    await does(teacher, 'Zaak beginnen');
    await does(teacher, 'Vastleggen en verder'); // as it stands: name, group and birth date are filled in
    const noor = await caseAbout(story, 'Noor de Vries');
    expect(noor.events.map(({ type }) => type)).toEqual(['CaseOpened']);
    expect(noor.file.pupil).toEqual({ name: 'Noor de Vries', group: 'groep 3', birthDate: '2019-03-02' });
    expect(JSON.stringify(noor.events)).not.toContain('moeder');

    const [sam] = (await story.cases()).filter(({ file }) => file.pupil.name === 'Sam de Vries');
    const hub = await asks(teacher, 'mijn zaken');
    const mine = await does(teacher, 'Openen', { go: `shared/hub||${sam?.caseId ?? ''}` });
    expect(hub.text).toContain('Sam');
    expect(mine.text).toContain(`Ook een zaak: Noor de Vries · ${noor.file.number}`);
    expect((await chooses(teacher, 'Alles wat is vastgelegd')).text).toContain(
      'Alleen wie beide zaken mag zien, ziet dit.',
    );
  });

  test('I-24: then whoever may see only one of the two learns nothing of the other, and can’t link to it either', async () => {
    const story = await given();
    const { teacher, otherTeacher, leader } = story;
    await beginsCase(teacher);
    await recordsNoor(teacher);
    await beginsCase(otherTeacher, { name: 'Noor de Vries', group: 'groep 3' });
    const [sam, noor] = [await caseAbout(story, 'Sam de Vries'), await caseAbout(story, 'Noor de Vries')];
    const before = await goes(otherTeacher);

    // The leader sees both, and links them.
    await asks(leader, 'mijn zaken');
    await does(leader, 'Openen', { go: `shared/hub||${sam.caseId}` });
    await chooses(leader, 'Broers en zussen');
    const linked = await does(leader, 'Koppelen', { go: 'Noor de Vries' });
    expect(linked.text).toContain(`Zaak: Noor de Vries · ${noor.file.number}`);

    for (const [person, other] of [
      [teacher, noor],
      [otherTeacher, sam],
    ] as const) {
      const seen = [
        (await goes(person)).text,
        (await goes(person, 'Alles wat is vastgelegd')).text,
        (await goes(person, 'Broers en zussen')).text,
      ].join();
      expect(seen).not.toContain(other.file.number);
      expect(seen).not.toContain('Ook een zaak');
      expect(seen).not.toContain('Gekoppeld');
    }
    expect((await goes(otherTeacher)).text).toBe(before.text);
    // Neither file, nor the moment at which it last changed, says that there is another.
    expect(await caseAbout(story, 'Noor de Vries')).toEqual(noor);
    expect((await caseAbout(story, 'Sam de Vries')).events).toEqual(sam.events);

    // The teacher can make up the press, and hears what they would hear of no case.
    await goes(teacher, 'Broers en zussen');
    const press = async (go: string) => {
      const action = { type: 'Action.Execute', verb: 'linkSibling', data: { m: { case: sam.caseId }, go } };
      const sent = { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
      return JSON.stringify((await teacher.sends(sent)).body);
    };
    expect(await press(`|${noor.caseId}`)).toContain(NO_CASE);
    expect(await press('|0b7f4d52-93a1-4c5e-8f60-1d2e3a4b5c6d')).toContain(NO_CASE);
  });

  test('when two were linked by mistake, then whoever sees both takes it away', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await recordsNoor(teacher);
    await goes(teacher, 'Broers en zussen');
    await does(teacher, 'Zaak beginnen');
    await does(teacher, 'Vastleggen en verder');
    const sam = await caseAbout(story, 'Sam de Vries');
    await asks(teacher, 'mijn zaken');
    await does(teacher, 'Openen', { go: `shared/hub||${sam.caseId}` });
    await chooses(teacher, 'Broers en zussen');
    const after = await does(teacher, 'Loskoppelen');
    expect(after.text).not.toContain('Loskoppelen');
    expect((await does(teacher, 'Overzicht')).text).not.toContain('Ook een zaak');
  });
});
